import { checkContexts } from '../contexts/check-contexts.js';
import { checkBounds } from '../json/check-bounds.js';
import type { JsonObject } from '../json/json-object.js';
import { movedBelow } from '../problems/moved-below.js';
import { refused, refusedWith } from '../problems/refused.js';
import { createDerivedProof } from '../sd/create-derived-proof.js';
import type { BaseProof } from '../sd/proof-values.js';
import { readBaseProof } from '../sd/proof-values.js';
import { checkProofMembers } from './check-proof-members.js';
import { unsecured } from './hash-data.js';
import { proofsIn } from './proofs-in.js';

export interface DeriveProofOptions {
  /** JSON pointers to what is disclosed beside what is mandatory. */
  selectivePointers?: readonly string[];
  /** Which base proof, when the document has several. */
  proofId?: string;
}

/**
 * Makes of a document with an `ecdsa-sd-2023` base proof one that discloses only its mandatory and the selected parts
 * (ECDSA Cryptosuites 1.0 §3.6.6). The base proof is not verified: its holder did that on receipt.
 * @returns the disclosed part with the one derived proof
 * @throws EslabonError CREDENTIAL_REFUSED with PROOF_MISSING, PROOF_*, POINTER_*, DISCLOSURE_EMPTY; CREDENTIAL_TOO_LARGE
 */
export async function deriveProof(document: unknown, options: DeriveProofOptions = {}): Promise<JsonObject> {
  checkBounds(document);
  checkContexts(document);
  const { selectivePointers = [], proofId } = options;
  const placed = proofsIn(document).filter(
    ({ proof }) => proof.cryptosuite === 'ecdsa-sd-2023' && (proofId === undefined || proof.id === proofId),
  );
  const [base, another] = placed;
  if (base === undefined) {
    throw refused('PROOF_MISSING', '/proof', 'The document has no such proof of ecdsa-sd-2023.');
  }
  if (another !== undefined) {
    throw refused('PROOF_ID', '/proof', 'The document has several such proofs: say which by its id.');
  }
  const checked = checkProofMembers(base.proof, base.pointer);
  if (Array.isArray(checked)) throw refusedWith(checked);
  const baseProof = readBase(checked.proofValue, base.pointer);
  const derived = await createDerivedProof(unsecured(document), baseProof, selectivePointers);
  return { ...derived.document, proof: { ...base.proof, proofValue: derived.proofValue } };
}

function readBase(proofValue: string, pointer: string): BaseProof {
  try {
    return readBaseProof(proofValue);
  } catch (error) {
    throw movedBelow(pointer, error);
  }
}
