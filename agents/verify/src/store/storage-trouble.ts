import { TroubleError } from '../engine/trouble-error.js';

const codes: Record<string, string> = {
  QuotaExceededError: 'STORAGE_FULL',
  VersionError: 'STORAGE_NEWER',
  DataCloneError: 'STORAGE_FAILED',
};

/** What a failure of the browser's storage means to its user. Anything unforeseen is that there is no storage. */
export function storageTrouble(error: unknown): TroubleError {
  if (error instanceof TroubleError) return error;
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  return new TroubleError({ code: codes[name] ?? 'STORAGE_FAILED', message });
}
