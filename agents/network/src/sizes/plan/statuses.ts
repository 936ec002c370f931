import { statusMask, statusWord } from '@eslabon/core';
import { createRandom } from './random.js';

/** Bits of a status list by word. */
export interface Statuses {
  revoked: Map<number, bigint>;
  suspended: Map<number, bigint>;
}

const revokedShare = 0.02;
const suspendedShare = 0.005;

/** Of an authority's certificates, which are revoked and which suspended: 2 % and 0.5 %, anywhere among them. */
export function planStatuses(authority: string, certificates: number): Statuses {
  const random = createRandom(`statuses of ${authority}`);
  const taken = new Set<number>();
  const pick = (share: number): Map<number, bigint> => {
    const words = new Map<number, bigint>();
    for (let left = Math.round(certificates * share); left > 0; ) {
      const index = random.below(certificates);
      if (taken.has(index)) continue;
      taken.add(index);
      words.set(statusWord(index), (words.get(statusWord(index)) ?? 0n) | statusMask(index));
      left--;
    }
    return words;
  };
  return { revoked: pick(revokedShare), suspended: pick(suspendedShare) };
}
