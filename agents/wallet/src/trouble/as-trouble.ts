import type { TroubleCode } from './trouble-codes.js';
import { TroubleError } from './trouble-error.js';

/** The answer of a function. An error gets this code, unless it or a cause of it is a TroubleError already. */
export async function asTrouble<T>(code: TroubleCode, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw (
      troubleWithin(error) ??
      new TroubleError(code, error instanceof Error ? error.message : String(error), error)
    );
  }
}

/** Libraries wrap what our own callbacks throw. */
function troubleWithin(error: unknown): TroubleError | undefined {
  let at = error;
  for (let depth = 0; depth < 5 && at instanceof Error; depth++) {
    if (at instanceof TroubleError) return at;
    at = at.cause;
  }
  return undefined;
}
