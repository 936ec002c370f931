import { blockHash, decodeHeader, encodeHeader, protocolAt } from '@eslabon/bundle';
import type { HeaderForm } from '../standard-state/header-form.js';
import { dressHeader } from './dress-header.js';
import { planSeal } from './plan-seal.js';
import { sealHeader } from './seal-header.js';
import type { SealSchedule } from './seal-schedule.js';

/**
 * Headers as a BFT protocol has them, by a schedule. Blocks are sealed only when somebody asks for them: their hashes do
 * not depend on the seals, and thousands of signatures that nobody reads would hold up the chain.
 */
export function sealedHeaders(schedule: SealSchedule): HeaderForm {
  return {
    dress: (block) => dressHeader(block, planSeal(schedule, Number(block.number))),
    hashOf(block) {
      const header = decodeHeader(encodeHeader(block));
      return blockHash(protocolAt(schedule.consensus, header.number), header);
    },
    finish: (block) => sealHeader(block, planSeal(schedule, Number(block.number))),
  };
}
