import type { TroubleCode } from '../trouble/trouble-codes.js';
import { TroubleError } from '../trouble/trouble-error.js';

const codes: Record<string, TroubleCode> = {
  QuotaExceededError: 'STORAGE_FULL',
  VersionError: 'STORAGE_NEWER',
  InvalidStateError: 'STORAGE_LOST',
};

/** What a failure of the browser's storage means to its user. Anything unforeseen is that there is no storage. */
export function storageTrouble(error: unknown): TroubleError {
  if (error instanceof TroubleError) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return new TroubleError(codes[name] ?? 'STORAGE_FAILED', message, error);
}
