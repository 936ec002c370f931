import { readCastVote, writeCastVote } from '../extra-data/cast-vote.js';
import type { ExtraDataForm } from '../extra-data/extra-data-form.js';
import { bytesOf } from '../extra-data/items.js';

const noVote = new Uint8Array(0);
const dropMark = Uint8Array.of(0);
const roundSize = 4;

/** Extra data of IBFT 2.0 (proofs.md §3): no vote is an empty string, the round has four bytes, hashes leave items out. */
export const ibft2Form: ExtraDataForm = {
  name: 'IBFT 2.0',
  writeVote: (vote) => (vote === undefined ? noVote : writeCastVote(vote, dropMark)),
  readVote: (item) =>
    item instanceof Uint8Array && item.length === 0 ? undefined : readCastVote(item, dropMark),
  writeRound(round) {
    const bytes = new Uint8Array(roundSize);
    new DataView(bytes.buffer).setUint32(0, round);
    return bytes;
  },
  readRound(item) {
    const bytes = bytesOf(item, 'round');
    if (bytes.length !== roundSize)
      throw new Error(`its round has ${bytes.length} bytes instead of ${roundSize}`);
    return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  },
  signed: ({ vanity, validators, vote, round }) => [vanity, validators, vote, round],
  hashed: ({ vanity, validators, vote }) => [vanity, validators, vote],
};
