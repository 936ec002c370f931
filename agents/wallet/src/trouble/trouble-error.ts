import type { ErrorCode } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { Trouble } from '../session/contract.js';
import type { TroubleCode } from './trouble-codes.js';

/** A {@link Trouble} that is thrown. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError';
  readonly code: TroubleCode | ErrorCode;

  constructor(code: TroubleCode | ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }

  /** Whatever was thrown, as a TroubleError; what nobody foresaw is INTERNAL. */
  static of(error: unknown): TroubleError {
    if (error instanceof TroubleError) return error;
    if (error instanceof EslabonError) return new TroubleError(error.code, error.message, error);
    return new TroubleError('INTERNAL', error instanceof Error ? error.message : String(error), error);
  }

  /** What was thrown, as plain data. */
  static dataOf(error: unknown): Trouble {
    const { code, message } = TroubleError.of(error);
    return { code, message };
  }
}
