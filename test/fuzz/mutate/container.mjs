import { keccak256 } from '@eslabon/bundle';
import { deflateSync, inflateSync } from 'fflate';
import { concat } from './bytes.mjs';

/** The container as docs/adr/0005 has it, written again: magic, version, compression, length, checksum, data. */
const dataAt = 42;

/** The payload of a good file. */
export function unpack(file) {
  return inflateSync(file.subarray(dataAt));
}

/** A file with this payload and a checksum that fits, as a forger makes it. */
export function pack(payload, like, { declared = payload.length, level = 1 } = {}) {
  const head = like.slice(0, 10);
  new DataView(head.buffer).setUint32(6, declared);
  return packed(head, deflateSync(payload, { level }));
}

/** Puts the right checksum into a file that was altered. */
export function mend(file) {
  return file.length < dataAt ? file : packed(file.slice(0, 10), file.subarray(dataAt));
}

function packed(head, data) {
  return concat(head, keccak256(concat(head, data)), data);
}
