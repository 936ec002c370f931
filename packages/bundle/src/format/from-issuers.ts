import type { Address, AuthorityRecord, NonceFact } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import { wrongShape } from '../codec/codec.js';
import { compareText } from '../codec/compare-text.js';
import { keccak256 } from '../hash/keccak256.js';
import type { BundleContent } from './bundle-content.js';
import type { StoredIssuer } from './issuer-codec.js';

export interface IssuerParts {
  records: AuthorityRecord[];
  /** These by ascending address. */
  keySets: BundleContent['keySets'];
  authorityNonces: NonceFact[];
  arrangementNonces: NonceFact[];
  statusNonces: NonceFact[];
}

/**
 * Takes apart what a file has of each authority.
 * @throws EslabonError BUNDLE_KEY_SET when a hash was left out and no key set tells it; BUNDLE_MALFORMED when one was not
 * left out that a key set tells
 */
export function fromIssuers(issuers: readonly StoredIssuer[]): IssuerParts {
  const ordered = [...issuers].sort((a, b) => compareText(a.did, b.did));
  const nonces = (nonceOf: (issuer: StoredIssuer) => number): NonceFact[] =>
    ordered.flatMap((issuer) =>
      nonceOf(issuer) === 0 ? [] : [{ authority: issuer.did, nonce: nonceOf(issuer) }],
    );
  return {
    records: issuers.map(toRecord),
    keySets: ordered.flatMap(({ did: authority, keySet }) =>
      keySet === undefined ? [] : [{ authority, bytes: keySet }],
    ),
    authorityNonces: nonces(({ authorityNonce }) => authorityNonce),
    arrangementNonces: nonces(({ arrangementNonce }) => arrangementNonce),
    statusNonces: nonces(({ statusNonce }) => statusNonce),
  };
}

function toRecord(issuer: StoredIssuer): AuthorityRecord {
  const { did, country, admittedAt, removedAt, keySetBlock, keySet } = issuer;
  const told = keySet === undefined ? undefined : toHex(keccak256(keySet));
  if (issuer.keySetHash !== undefined && issuer.keySetHash === told) {
    throw wrongShape(`bundle.issuers: the hash of the key set of ${did}`, 'left out');
  }
  const keySetHash = issuer.keySetHash ?? told ?? missing(did);
  return { did, country, admittedAt, removedAt, keySetHash, keySetBlock };
}

function missing(did: Address): never {
  throw new EslabonError('BUNDLE_KEY_SET', `The bundle has neither the key set of ${did} nor its hash.`);
}
