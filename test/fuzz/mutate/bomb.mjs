import { concat } from './bytes.mjs';
import { pack } from './container.mjs';

const mebibyte = 1 << 20;

/** Inputs that are small and want to become large, or deep. Built once: they are costly. */
export function makeBombs(like) {
  const zeros = new Uint8Array(32 * mebibyte);
  const depth = (head, length) => new Uint8Array(length).fill(head);
  const manyEntries = (head) => concat(head, new Uint8Array(2 * mebibyte));
  return [
    pack(zeros, like),
    pack(zeros, like, { declared: 1000 }),
    pack(new Uint8Array(1000), like, { declared: 32 * mebibyte }),
    pack(new Uint8Array(1000), like, { declared: 32 * mebibyte + 1 }),
    pack(new Uint8Array(1000), like, { declared: 0xffff_ffff }),
    // CBOR arrays within arrays, maps within maps, and tags.
    pack(depth(0x81, mebibyte), like),
    pack(depth(0xa1, mebibyte), like),
    pack(depth(0xc1, mebibyte), like),
    // An array, a map and a byte string that declare more than there is, and two million numbers.
    pack(Uint8Array.of(0x9a, 0xff, 0xff, 0xff, 0xff), like),
    pack(Uint8Array.of(0xba, 0xff, 0xff, 0xff, 0xff), like),
    pack(Uint8Array.of(0x5b, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff), like),
    pack(manyEntries(Uint8Array.of(0x9a, 0, 0x20, 0, 0)), like),
    new Uint8Array(8 * mebibyte),
  ];
}
