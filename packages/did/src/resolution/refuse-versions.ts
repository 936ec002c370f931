import { EslabonError } from '@eslabon/core';
import type { ParsedDid } from '../syntax/parsed-did.js';
import type { WantedVersion } from './resolution-options.js';

/**
 * Refuses what a method without versions cannot answer.
 * @param methods `immutable`: the document was always what it is, so an instant may be given
 * @throws EslabonError DID_FEATURE_UNSUPPORTED
 */
export function refuseVersions({ method }: ParsedDid, { kind }: WantedVersion, methods?: 'immutable'): void {
  if (kind === 'latest' || (kind === 'time' && methods === 'immutable')) return;
  const option = kind === 'id' ? 'versionId' : 'versionTime';
  throw new EslabonError(
    'DID_FEATURE_UNSUPPORTED',
    `did:${method} has no versions to choose from by ${option}.`,
    {
      hints: [`Resolve it without ${option}.`],
    },
  );
}
