import type { JsonObject } from '../json/json-object.js';
import { isObject, listOf } from '../json/json-object.js';
import { below } from '../json/pointer.js';
import { limits } from '../limits.js';
import { refused } from '../problems/refused.js';
import { shown } from '../problems/shown.js';

export interface PlacedProof {
  proof: JsonObject;
  pointer: string;
}

/**
 * The proofs of a document, each with its place: `proof` is an object or a list of objects.
 * @throws EslabonError CREDENTIAL_REFUSED with PROOF_MISSING, PROOF_NOT_OBJECT or PROOF_TOO_MANY
 */
export function proofsIn(document: JsonObject): PlacedProof[] {
  const { proof } = document;
  const isList = Array.isArray(proof);
  const proofs = listOf(proof);
  if (proofs.length === 0) throw refused('PROOF_MISSING', '/proof', 'The document has no proof.');
  if (proofs.length > limits.proofs) {
    throw refused('PROOF_TOO_MANY', '/proof', `There are ${proofs.length} proofs, above ${limits.proofs}.`);
  }
  return proofs.map((item, at) => {
    const pointer = isList ? below('/proof', at) : '/proof';
    if (!isObject(item)) {
      throw refused('PROOF_NOT_OBJECT', pointer, `A proof must be an object, not ${shown(item)}.`);
    }
    return { proof: item, pointer };
  });
}
