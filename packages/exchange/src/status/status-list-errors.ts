import { EslabonError } from '@eslabon/core';

export function statusListRefused(url: string, why: string): EslabonError {
  return new EslabonError('STATUS_LIST_REFUSED', `The status list ${url.slice(0, 200)} ${why}.`, {
    hints: ['Its issuer has to correct it; until then the status of the credential is not known.'],
  });
}

export function statusListUnresolved(url: string): EslabonError {
  return new EslabonError(
    'STATUS_LIST_UNREACHABLE',
    `The key of the status list ${url.slice(0, 200)} could not be looked up.`,
    { hints: ['Try again when its issuer can be reached.'] },
  );
}
