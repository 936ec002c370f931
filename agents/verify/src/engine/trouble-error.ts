import type { Trouble } from './contract.js';

/** A {@link Trouble} that is thrown. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError';
  readonly code: string;

  constructor({ code, message }: Trouble) {
    super(message);
    this.code = code;
  }

  /** What was thrown, as plain data. */
  static dataOf(error: unknown): Trouble {
    return error instanceof TroubleError
      ? { code: error.code, message: error.message }
      : { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) };
  }
}
