import type { AuthorityRecord } from '@eslabon/core';
import { fromHex } from '../bytes/hex.js';
import { keccak256 } from '../hash/keccak256.js';
import { rlpEncode } from '../rlp/rlp-encode.js';
import { rlpScalar } from '../rlp/rlp-scalar.js';
import { changedSlot } from '../storage/changed-slot.js';
import type { KnownLeaf } from './node-tree.js';

/**
 * What records tell of the leaves that prove when their authorities' keys last changed: the path to it, and, where the
 * keys are attested as they are, the block.
 */
export function knownLeaves(records: readonly Pick<AuthorityRecord, 'did' | 'keySetBlock'>[]): KnownLeaf[] {
  return records.map(({ did, keySetBlock }) => ({
    key: keccak256(fromHex(changedSlot(did))),
    // A leaf holds the RLP of a value that is RLP itself.
    value: rlpEncode(rlpEncode(rlpScalar(BigInt(keySetBlock)))),
  }));
}
