import type { JsonObject } from '../json/json-object.js';
import { refused } from '../problems/refused.js';
import { shown } from '../problems/shown.js';

/**
 * The proofs that another one names as those it stands on (VC Data Integrity §4.3, §4.5).
 * @throws EslabonError CREDENTIAL_REFUSED with PREVIOUS_PROOF_MISSING, or PREVIOUS_PROOF_INVALID when one id is of two
 */
export function previousProofs(
  ids: readonly string[],
  proofs: readonly JsonObject[],
  pointer: string,
): JsonObject[] {
  return ids.map((id) => {
    const [found, another] = proofs.filter((proof) => proof.id === id);
    if (found === undefined) {
      throw refused('PREVIOUS_PROOF_MISSING', `${pointer}/previousProof`, `There is no proof ${shown(id)}.`);
    }
    if (another !== undefined) {
      throw refused(
        'PREVIOUS_PROOF_INVALID',
        `${pointer}/previousProof`,
        `Two proofs have the id ${shown(id)}.`,
      );
    }
    return found;
  });
}
