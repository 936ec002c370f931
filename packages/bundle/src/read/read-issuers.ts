import type { Address, AuthorityRecord } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import type { BundleContent } from '../format/bundle-content.js';
import { keccak256 } from '../hash/keccak256.js';
import { decodeKeySet } from '../key-set/decode-key-set.js';
import type { KeySetKey } from '../key-set/key-set.js';
import type { Issuer } from './loaded-bundle.js';

const noKeySet = `0x${'0'.repeat(64)}`;

/**
 * Joins the proven records of all authorities, also removed ones, with their key histories.
 * @param changedBlockOf the proven ERC-1056 `changed` block of an authority.
 * @throws EslabonError BUNDLE_KEY_SET when a key set is missing, not the attested one, or of nobody.
 */
export function readIssuers(
  records: readonly AuthorityRecord[],
  keySets: BundleContent['keySets'],
  changedBlockOf: (authority: Address) => number,
): Map<Address, Issuer> {
  const remaining = new Map(keySets.map((keySet) => [keySet.authority, keySet.bytes]));
  const issuers = new Map<Address, Issuer>();
  for (const record of records) {
    const bytes = remaining.get(record.did);
    remaining.delete(record.did);
    checkKeySet(record, bytes);
    issuers.set(record.did, toIssuer(record, bytes, changedBlockOf(record.did)));
  }
  const [stranger] = remaining.keys();
  if (stranger !== undefined) {
    throw new EslabonError(
      'BUNDLE_KEY_SET',
      `The bundle has a key set of ${stranger}, which is no authority.`,
    );
  }
  return issuers;
}

function checkKeySet({ did, keySetHash }: AuthorityRecord, bytes: Uint8Array | undefined): void {
  const hash = bytes === undefined ? noKeySet : toHex(keccak256(bytes));
  if (hash === keySetHash) return;
  const has = bytes === undefined ? 'no key set' : `a key set with hash ${hash}`;
  const attested = keySetHash === noKeySet ? 'attested none' : `attested ${keySetHash}`;
  throw new EslabonError('BUNDLE_KEY_SET', `The bundle has ${has} for ${did}, which ${attested}.`);
}

/**
 * Keys are decoded when somebody asks for them: whether each is a point of its curve takes longer to tell than all else
 * that is proven of an authority, and a verdict needs those of one.
 */
function toIssuer(record: AuthorityRecord, bytes: Uint8Array | undefined, changedBlock: number): Issuer {
  let decoded: readonly [KeySetKey[] | undefined] | undefined;
  const keys = (): KeySetKey[] | undefined => {
    decoded ??= [bytes === undefined ? undefined : tryDecode(bytes)];
    return decoded[0];
  };
  return {
    record,
    changedBlock,
    get keys() {
      return keys() ?? [];
    },
    get keysCurrent() {
      return changedBlock === record.keySetBlock && keys() !== undefined;
    },
  };
}

/**
 * The contract takes any bytes as a key set. Bytes that were attested but are no key set leave their authority without
 * usable keys; they must not keep everybody else from reading the bundle.
 */
function tryDecode(bytes: Uint8Array): KeySetKey[] | undefined {
  try {
    return decodeKeySet(bytes);
  } catch {
    return undefined;
  }
}
