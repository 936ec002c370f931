import type { RlpItem } from '../../rlp/rlp-item.js';
import type { ValidatorVote } from './bft-extra-data.js';

/** The five items of extra data as RLP has them. */
export interface ExtraDataItems {
  vanity: RlpItem;
  validators: RlpItem;
  vote: RlpItem;
  round: RlpItem;
  seals: RlpItem;
}

/** In what one protocol's extra data differ from the other's (the table of proofs.md §3). */
export interface ExtraDataForm {
  /** The protocol's name in sentences. */
  name: string;
  writeVote(vote: ValidatorVote | undefined): RlpItem;
  /** @returns the vote, undefined for none. @throws Error saying what is wrong, for any other item. */
  readVote(item: RlpItem): ValidatorVote | undefined;
  writeRound(round: number): Uint8Array;
  /** @throws Error saying what is wrong. */
  readRound(item: RlpItem): number;
  /** What is left of the items in the hash that the validators sign. */
  signed(items: ExtraDataItems): RlpItem[];
  /** What is left of them in the block's hash. */
  hashed(items: ExtraDataItems): RlpItem[];
}
