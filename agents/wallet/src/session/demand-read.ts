import { TroubleError } from '../trouble/trouble-error.js';

/**
 * The offer or request that was read last, for whoever takes it up.
 * @throws TroubleError NOTHING_READ
 */
export function demandRead<T>(read: T | undefined): T {
  if (read === undefined) throw new TroubleError('NOTHING_READ', 'There is nothing that was read before.');
  return read;
}
