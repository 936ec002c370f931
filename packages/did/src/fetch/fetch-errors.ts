import { EslabonError } from '@eslabon/core';

/** One error for hosts that are not listed and for those that lead to a closed network: it tells nothing of either. */
export function fetchRefused(host: string): EslabonError {
  return new EslabonError('DID_FETCH_REFUSED', `Documents of ${host.slice(0, 100)} are not fetched.`, {
    hints: ['The operator of this agent names the hosts whose did:web it resolves; they have to be public.'],
  });
}

export function unreachable(host: string, why: string, cause?: unknown): EslabonError {
  return new EslabonError('DID_UNREACHABLE', `The document at ${host.slice(0, 100)} cannot be had: ${why}.`, {
    hints: ['This says nothing about the DID: try again later.'],
    ...(cause === undefined ? {} : { cause }),
  });
}

export function documentInvalid(host: string, why: string): EslabonError {
  return new EslabonError('DID_DOCUMENT_INVALID', `${host.slice(0, 100)} gave no DID document: ${why}.`, {
    hints: ['Whoever publishes the document has to correct it.'],
  });
}
