import { rlpEncode } from '../rlp/rlp-encode.js';
import { hashPrefix } from './node-tree.js';

const noChild = 0x80;
const width = 16;
const nothing = new Uint8Array(0);

/** The hashes of a branch's sixteen children, where there are children. */
export type Branch = readonly (Uint8Array | undefined)[];

/** Reads RLP that {@link writeBranch} writes: children by hash only, and no value. */
export function readBranch(rlp: Uint8Array): Branch | undefined {
  const first = rlp[0] ?? 0;
  let at = first > 0xf7 ? first - 0xf6 : 1;
  const children: (Uint8Array | undefined)[] = [];
  while (children.length < width) {
    if (rlp[at] === noChild) {
      children.push(undefined);
      at += 1;
    } else if (rlp[at] === hashPrefix && at + 33 <= rlp.length) {
      children.push(rlp.subarray(at + 1, at + 33));
      at += 33;
    } else return undefined;
  }
  if (rlp[at] !== noChild || at + 1 !== rlp.length) return undefined;
  // What came before the children must be the head that RLP prescribes.
  const written = writeBranch(children);
  return written.length === rlp.length && written.every((byte, i) => byte === rlp[i]) ? children : undefined;
}

/** RLP of a branch. */
export function writeBranch(children: Branch): Uint8Array {
  return rlpEncode([...children.map((child) => child ?? nothing), nothing]);
}
