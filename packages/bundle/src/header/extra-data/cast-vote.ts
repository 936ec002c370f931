import { compareBytes } from '../../bytes/compare-bytes.js';
import { fromHex, toHex } from '../../bytes/hex.js';
import type { RlpItem } from '../../rlp/rlp-item.js';
import type { ValidatorVote } from './bft-extra-data.js';
import { bytesOf, listOf } from './items.js';

/** Mark of a vote to add; that of a vote to drop is the protocol's own. */
const addMark = Uint8Array.of(0xff);

/** A vote that was cast, as `[subject, mark]`. */
export function writeCastVote({ subject, add }: ValidatorVote, dropMark: Uint8Array): RlpItem {
  return [fromHex(subject), add ? addMark : dropMark];
}

/** @throws Error saying what is wrong */
export function readCastVote(item: RlpItem, dropMark: Uint8Array): ValidatorVote {
  const parts = listOf(item, 'vote');
  const [subject, mark] = parts.map((part) => bytesOf(part, 'vote'));
  if (parts.length !== 2 || subject === undefined || mark === undefined) {
    throw new Error(`its vote has ${parts.length} parts instead of 2`);
  }
  const add = compareBytes(mark, addMark) === 0;
  if (!add && compareBytes(mark, dropMark) !== 0) throw new Error(`its vote is marked ${toHex(mark)}`);
  return { subject: toHex(subject), add };
}
