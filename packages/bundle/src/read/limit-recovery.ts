import { EslabonError } from '@eslabon/core';
import type { SignerRecovery } from '../header/seals/recover-signer.js';

/**
 * Most seals that one bundle may ask a reader to check. Each costs about a millisecond, so that a file of genuine headers
 * without need could keep a border post busy for minutes; 50 hops of 20 seals are inside.
 */
export const maxSeals = 1024;

/** The same recovery, as often as an honest file needs it: then it throws BUNDLE_TOO_LARGE. */
export function limitRecovery(recoverSigner: SignerRecovery): SignerRecovery {
  let recovered = 0;
  return (hash, seal) => {
    recovered++;
    if (recovered <= maxSeals) return recoverSigner(hash, seal);
    throw new EslabonError(
      'BUNDLE_TOO_LARGE',
      `The bundle's headers have more than ${maxSeals} seals to check.`,
      {
        details: { maxSeals },
        hints: [
          'Get a newer checkpoint from your administration, out of band, so that fewer headers need following.',
        ],
      },
    );
  };
}
