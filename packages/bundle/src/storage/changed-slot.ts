import type { Address, Hash } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import { toWord } from '../bytes/word.js';
import { mappingSlot } from './derived-slot.js';

/** ERC-1056 storage: 0 owners, 1 delegates, 2 changed, 3 nonce. */
const changed = 2n;

/** Storage slot of ERC-1056 `changed[identity]`, 32 bytes as `eth_getProof` wants it. */
export function changedSlot(identity: Address): Hash {
  return toHex(toWord(mappingSlot(changed, BigInt(identity))));
}
