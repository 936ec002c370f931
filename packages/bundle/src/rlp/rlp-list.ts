import { listBase, prefixSize, writePrefix } from './rlp-writer.js';

/** The list whose members are encoded already: trie nodes embed short children as they are. */
export function rlpList(encoded: readonly Uint8Array[]): Uint8Array {
  let size = 0;
  for (const part of encoded) size += part.length;
  const out = new Uint8Array(prefixSize(size) + size);
  let at = writePrefix(out, 0, listBase, size);
  for (const part of encoded) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
