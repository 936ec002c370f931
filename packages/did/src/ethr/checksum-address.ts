import { type Address, lowerHex } from '@eslabon/core';
import { keccak_256 } from '@noble/hashes/sha3.js';

/** The address in the mixed case of EIP-55, in which did:ethr writes it. */
export function checksumAddress(address: Address): string {
  const digits = lowerHex(address).slice(2);
  const hash = keccak_256(new TextEncoder().encode(digits));
  let text = '0x';
  for (let at = 0; at < digits.length; at++) {
    const byte = hash[at >> 1] as number;
    const nibble = at % 2 === 0 ? byte >> 4 : byte & 15;
    text += nibble >= 8 ? digits.charAt(at).toUpperCase() : digits.charAt(at);
  }
  return text;
}
