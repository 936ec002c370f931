import { readRlpScalar, rlpScalar } from '../../rlp/rlp-scalar.js';
import { readCastVote, writeCastVote } from '../extra-data/cast-vote.js';
import type { ExtraDataForm } from '../extra-data/extra-data-form.js';

const dropMark = new Uint8Array(0);
const roundZero = rlpScalar(0n);

/** Extra data of QBFT (proofs.md §3): no vote is an empty list, the round a scalar, and all five items are hashed. */
export const qbftForm: ExtraDataForm = {
  name: 'QBFT',
  writeVote: (vote) => (vote === undefined ? [] : writeCastVote(vote, dropMark)),
  readVote: (item) =>
    !(item instanceof Uint8Array) && item.length === 0 ? undefined : readCastVote(item, dropMark),
  writeRound: (round) => rlpScalar(BigInt(round)),
  readRound: (item) => Number(readRlpScalar(item)),
  signed: ({ vanity, validators, vote, round }) => [vanity, validators, vote, round, []],
  hashed: ({ vanity, validators, vote }) => [vanity, validators, vote, roundZero, []],
};
