import type { Hex } from '@eslabon/core';
import { hexToBytes } from '@noble/hashes/utils.js';

/** The bytes of `0x…`. */
export function bytesOf(hex: Hex): Uint8Array {
  return hexToBytes(hex.slice(2));
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as UTF-8, a byte order mark included, or undefined when they are none. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Name of an attribute or type of a delegate: text with zero bytes after it; undefined for what is no text. */
export function nameOf(bytes32: Hex): string | undefined {
  return textOf(bytesOf(bytes32))?.replace(/\0+$/, '');
}
