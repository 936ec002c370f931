import { EslabonError } from '@eslabon/core';
import type { QbftExtraData } from './extra-data.js';
import { maxRound, sealSize, vanitySize } from './extra-data.js';

/**
 * Makes sure that extra data can stand in a header: sizes, order of the validators, round.
 * @throws EslabonError HEADER_MALFORMED
 */
export function checkQbftExtraData({ vanity, validators, vote, round, seals }: QbftExtraData): void {
  if (vanity.length !== vanitySize) throw malformed(`its vanity has ${vanity.length} bytes instead of 32`);
  for (const address of [...validators, ...(vote === undefined ? [] : [vote.subject])]) {
    if (!/^0x[0-9a-f]{40}$/.test(address)) throw malformed(`“${address.slice(0, 80)}” is no address`);
  }
  for (const [at, validator] of validators.entries()) {
    if (at > 0 && validator <= (validators[at - 1] as string)) {
      throw malformed(`validator ${validator} is not in ascending order`);
    }
  }
  if (!Number.isInteger(round) || round < 0 || round > maxRound) throw malformed(`${round} is no round`);
  const wrong = seals.find((seal) => seal.length !== sealSize);
  if (wrong !== undefined) throw malformed(`a seal has ${wrong.length} bytes instead of ${sealSize}`);
}

export function malformed(reason: string, cause?: unknown): EslabonError {
  return new EslabonError('HEADER_MALFORMED', `This is not the extra data of a QBFT header: ${reason}.`, {
    cause,
  });
}
