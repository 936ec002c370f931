import { EslabonError } from '@eslabon/core';
import { securings } from './securings.js';

/** The error of what is secured in no way that is known. */
export function unsupportedSecuring(message: string): EslabonError {
  const known = [...new Set(securings.map(({ mediaType }) => mediaType))];
  return new EslabonError('CREDENTIAL_FORMAT_UNSUPPORTED', message, {
    hints: [`Known are ${known.join(', ')}.`],
  });
}
