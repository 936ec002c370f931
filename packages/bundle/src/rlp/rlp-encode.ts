import type { RlpItem } from './rlp-item.js';
import { listBase, prefixSize, stringSize, writePrefix, writeString } from './rlp-writer.js';

/** Encodes byte strings and nested lists of them (Yellow Paper, appendix B). */
export function rlpEncode(item: RlpItem): Uint8Array {
  const out = new Uint8Array(itemSize(item));
  writeItem(out, 0, item);
  return out;
}

function isBytes(item: RlpItem): item is Uint8Array {
  return item instanceof Uint8Array;
}

function itemSize(item: RlpItem): number {
  if (isBytes(item)) return stringSize(item);
  const payload = payloadSize(item);
  return prefixSize(payload) + payload;
}

function payloadSize(items: readonly RlpItem[]): number {
  let size = 0;
  for (const item of items) size += itemSize(item);
  return size;
}

function writeItem(out: Uint8Array, at: number, item: RlpItem): number {
  if (isBytes(item)) return writeString(out, at, item);
  let position = writePrefix(out, at, listBase, payloadSize(item));
  for (const member of item) position = writeItem(out, position, member);
  return position;
}
