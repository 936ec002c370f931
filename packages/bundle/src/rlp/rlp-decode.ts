import { EslabonError } from '@eslabon/core';
import type { RlpItem } from './rlp-item.js';

/** Headers nest three deep and trie nodes sixteen at most; deeper input is an attack on the stack. */
const maxDepth = 32;

/**
 * Decodes one RLP item that fills the input (Yellow Paper, appendix B). Only the canonical form is read: shortest
 * prefixes, no leading zeros in lengths, nothing after the item. Byte strings are views of the input, not copies.
 * @throws EslabonError RLP_MALFORMED
 */
export function rlpDecode(data: Uint8Array): RlpItem {
  const { item, end } = readItem(data, 0, data.length, 0);
  if (end !== data.length) throw malformed(`${data.length - end} bytes follow the item`, end);
  return item;
}

interface Read {
  item: RlpItem;
  end: number;
}

function readItem(data: Uint8Array, at: number, limit: number, depth: number): Read {
  if (at >= limit) throw malformed('an item is missing', at);
  const first = data[at] as number;
  if (first < 0x80) return { item: data.subarray(at, at + 1), end: at + 1 };
  const isList = first >= 0xc0;
  const { start, length } = readPrefix(data, at, limit, first - (isList ? 0xc0 : 0x80));
  const end = start + length;
  if (end > limit) throw malformed(`${length} bytes are announced, ${limit - start} are there`, at);
  if (isList) return { item: readList(data, start, end, depth + 1), end };
  if (length === 1 && (data[start] as number) < 0x80) throw malformed('a single byte has a prefix', at);
  return { item: data.subarray(start, end), end };
}

function readList(data: Uint8Array, start: number, end: number, depth: number): RlpItem {
  if (depth > maxDepth) throw malformed(`lists nest deeper than ${maxDepth}`, start);
  const items: RlpItem[] = [];
  for (let at = start; at < end; ) {
    const read = readItem(data, at, end, depth);
    items.push(read.item);
    at = read.end;
  }
  return items;
}

function readPrefix(data: Uint8Array, at: number, limit: number, code: number) {
  if (code < 56) return { start: at + 1, length: code };
  const bytes = code - 55;
  const start = at + 1 + bytes;
  if (start > limit) throw malformed('a length is cut off', at);
  if (data[at + 1] === 0) throw malformed('a length has a leading zero', at);
  let length = 0;
  for (let i = at + 1; i < start; i++) length = length * 256 + (data[i] as number);
  if (length < 56) throw malformed(`the length ${length} is not in its short form`, at);
  return { start, length };
}

function malformed(reason: string, at: number): EslabonError {
  return new EslabonError('RLP_MALFORMED', `This is not canonical RLP: ${reason} (byte ${at}).`);
}
