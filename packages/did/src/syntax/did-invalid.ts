import { EslabonError } from '@eslabon/core';

/** The error of whatever is not a DID, or not one of its method. What is shown of it is bounded. */
export function didInvalid(text: string, why: string, cause?: unknown): EslabonError {
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return new EslabonError('DID_INVALID', `“${shown}” ${why}.`, {
    hints: ['A DID is did:<method>:<identifier>, for instance did:web:customs.example (DID Core §3.1).'],
    ...(cause === undefined ? {} : { cause }),
  });
}
