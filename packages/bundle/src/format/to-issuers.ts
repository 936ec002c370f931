import type { Address, AuthorityRecord, Hash, NonceFact } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import { wrongShape } from '../codec/codec.js';
import { keccak256 } from '../hash/keccak256.js';
import type { BundleContent } from './bundle-content.js';
import type { StoredIssuer } from './issuer-codec.js';

/**
 * Puts together what a bundle has of each authority. Only authorities with a record can have key sets and nonces, in the
 * contracts as in the file.
 * @throws EslabonError BUNDLE_KEY_SET for a key set of somebody else, BUNDLE_MALFORMED for nonces or repetitions
 */
export function toIssuers({ facts, keySets }: Pick<BundleContent, 'facts' | 'keySets'>): StoredIssuer[] {
  const { records } = facts.authorities;
  const known = new Set(records.map(({ did }) => did));
  const stranger = keySets.find(({ authority }) => !known.has(authority));
  if (stranger !== undefined) {
    throw new EslabonError(
      'BUNDLE_KEY_SET',
      `The bundle has a key set of ${stranger.authority}, which is no authority.`,
    );
  }
  const sets = byAuthority(keySets, 'bundle.keySets', known);
  const nonces = (path: string, given: readonly NonceFact[]) => {
    const found = byAuthority(given, path, known);
    return (did: Address): number => found.get(did)?.nonce ?? 0;
  };
  const authorityNonce = nonces('bundle.facts.authorities.nonces', facts.authorities.nonces);
  const arrangementNonce = nonces('bundle.facts.arrangements.nonces', facts.arrangements.nonces);
  const statusNonce = nonces('bundle.facts.statuses.nonces', facts.statuses.nonces);
  return records.map((record) => {
    const keySet = sets.get(record.did)?.bytes;
    return {
      ...record,
      keySetHash: leaveOut(record, keySet),
      keySet,
      authorityNonce: authorityNonce(record.did),
      arrangementNonce: arrangementNonce(record.did),
      statusNonce: statusNonce(record.did),
    };
  });
}

function leaveOut({ keySetHash }: AuthorityRecord, keySet: Uint8Array | undefined): Hash | undefined {
  return keySet !== undefined && toHex(keccak256(keySet)) === keySetHash ? undefined : keySetHash;
}

function byAuthority<T extends { authority: Address }>(
  values: readonly T[],
  path: string,
  known: ReadonlySet<Address>,
): Map<Address, T> {
  const found = new Map(values.map((value) => [value.authority, value]));
  if (found.size !== values.length) throw wrongShape(path, 'free of repetitions');
  for (const authority of found.keys()) {
    if (!known.has(authority)) throw wrongShape(path, `of authorities with a record: ${authority} has none`);
  }
  return found;
}
