import type { RlpItem } from '../../rlp/rlp-item.js';

/** @throws Error when the item is a list */
export function bytesOf(item: RlpItem, what: string): Uint8Array {
  if (!(item instanceof Uint8Array)) throw new Error(`${what}: a list instead of bytes`);
  return item;
}

/** @throws Error when the item is a byte string */
export function listOf(item: RlpItem, what: string): readonly RlpItem[] {
  if (item instanceof Uint8Array) throw new Error(`${what}: bytes instead of a list`);
  return item;
}
