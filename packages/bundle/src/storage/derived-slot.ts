import { readWord, writeWord } from '../bytes/word.js';
import { keccak256 } from '../hash/keccak256.js';

/**
 * Slot of a mapping's entry: keccak(key ‖ slot), both padded to 32 bytes (Solidity, “Layout of State Variables in
 * Storage”). Numbers and addresses are the key as they are; bytesN keys must be shifted to the left end of the word.
 */
export function mappingSlot(slot: bigint, key: bigint): bigint {
  const preimage = new Uint8Array(64);
  writeWord(preimage, 0, key);
  writeWord(preimage, 32, slot);
  return readWord(keccak256(preimage), 0);
}

/** First slot of a dynamic array's elements: keccak(slot). Its length stands in `slot` itself. */
export function arrayDataSlot(slot: bigint): bigint {
  const preimage = new Uint8Array(32);
  writeWord(preimage, 0, slot);
  return readWord(keccak256(preimage), 0);
}
