import type { AeoStatus, StatusEntry } from './aeo-credential.js';

/** The chain entry of a certificate's `credentialStatus`, which is there whatever else is. */
export function chainStatusEntry(status: AeoStatus): StatusEntry {
  return Array.isArray(status) ? status[0] : status;
}
