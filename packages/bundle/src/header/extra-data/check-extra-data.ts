import type { BftExtraData } from './bft-extra-data.js';
import { maxRound, sealSize, vanitySize } from './bft-extra-data.js';

/**
 * Makes sure that extra data can stand in a header: sizes, order of the validators, round.
 * @throws Error saying what is wrong
 */
export function checkExtraData({ vanity, validators, vote, round, seals }: BftExtraData): void {
  if (vanity.length !== vanitySize) throw new Error(`its vanity has ${vanity.length} bytes instead of 32`);
  for (const address of [...validators, ...(vote === undefined ? [] : [vote.subject])]) {
    if (!/^0x[0-9a-f]{40}$/.test(address)) throw new Error(`“${address.slice(0, 80)}” is no address`);
  }
  for (const [at, validator] of validators.entries()) {
    if (at > 0 && validator <= (validators[at - 1] as string)) {
      throw new Error(`validator ${validator} is not in ascending order`);
    }
  }
  if (!Number.isInteger(round) || round < 0 || round > maxRound) throw new Error(`${round} is no round`);
  const wrong = seals.find((seal) => seal.length !== sealSize);
  if (wrong !== undefined) throw new Error(`a seal has ${wrong.length} bytes instead of ${sealSize}`);
}
