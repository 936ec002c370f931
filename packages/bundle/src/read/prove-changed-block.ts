import type { Address } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { fromHex } from '../bytes/hex.js';
import { keccak256 } from '../hash/keccak256.js';
import { rlpDecode } from '../rlp/rlp-decode.js';
import { readRlpScalar } from '../rlp/rlp-scalar.js';
import { changedSlot } from '../storage/changed-slot.js';
import type { NodeSet } from '../trie/node-set.js';

/**
 * Proves in which block ERC-1056 last recorded a change of the identity; 0 when it never did.
 * @throws EslabonError BUNDLE_STORAGE_PROOF when the nodes do not decide it.
 */
export function proveChangedBlock(nodes: NodeSet, storageRoot: Uint8Array, identity: Address): number {
  try {
    const value = nodes.lookup(storageRoot, keccak256(fromHex(changedSlot(identity))));
    return value === undefined ? 0 : Number(readRlpScalar(rlpDecode(value)));
  } catch (cause) {
    throw new EslabonError(
      'BUNDLE_STORAGE_PROOF',
      `The bundle does not prove when ${identity} changed last.`,
      {
        cause,
      },
    );
  }
}
