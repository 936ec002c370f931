import { listOf } from '../json/json-object.js';
import { refused } from '../problems/refused.js';
import type { PlacedProof } from './proofs-in.js';

/**
 * Puts proofs behind those that they name in `previousProof`; names of none are left to whoever looks at the proof.
 * @throws EslabonError CREDENTIAL_REFUSED with PREVIOUS_PROOF_CYCLE
 */
export function inChainOrder(placed: readonly PlacedProof[]): PlacedProof[] {
  const ordered: PlacedProof[] = [];
  let waiting = [...placed];
  while (waiting.length > 0) {
    const names = new Set<unknown>(waiting.map(({ proof }) => proof.id).filter((id) => id !== undefined));
    const isReady = ({ proof }: PlacedProof) => !listOf(proof.previousProof).some((id) => names.has(id));
    const ready = waiting.filter(isReady);
    if (ready.length === 0) {
      throw refused('PREVIOUS_PROOF_CYCLE', '/proof', 'Proofs name each other as previous in a circle.');
    }
    ordered.push(...ready);
    waiting = waiting.filter((item) => !isReady(item));
  }
  return ordered;
}
