import type { Hex } from '@eslabon/core';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** Lower-case hexadecimal with `0x`. */
export function toHex(bytes: Uint8Array): Hex {
  return `0x${bytesToHex(bytes)}`;
}

/** The bytes of hexadecimal with `0x` and an even number of digits. */
export function fromHex(hex: string): Uint8Array {
  return hexToBytes(hex.slice(2));
}
