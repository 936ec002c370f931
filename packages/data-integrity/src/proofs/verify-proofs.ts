import { checkContexts } from '../contexts/check-contexts.js';
import { checkBounds } from '../json/check-bounds.js';
import type { JsonObject } from '../json/json-object.js';
import { isObject, listOf } from '../json/json-object.js';
import type { MethodKey } from '../methods/read-method.js';
import { readMethod } from '../methods/read-method.js';
import { movedBelow } from '../problems/moved-below.js';
import type { Problem } from '../problems/problem.js';
import { problemsOf } from '../problems/problems-of.js';
import { shown } from '../problems/shown.js';
import { verifySignature } from '../signatures/verify-signature.js';
import type { CheckedProof } from './check-proof-members.js';
import { checkProofMembers } from './check-proof-members.js';
import { rememberHashes } from './hash-data.js';
import { inChainOrder } from './in-chain-order.js';
import { previousProofs } from './previous-proofs.js';
import { proofsIn } from './proofs-in.js';
import type { ProofOutcome, ProofsResult, VerifyProofsOptions } from './verify-options.js';
import type { Means } from './verify-proof.js';
import { checkUse, verifyProof } from './verify-proof.js';

type Outcomes = Map<JsonObject, ProofOutcome>;

/**
 * Verifies every proof of a document: sets, and chains by `previousProof` (VC Data Integrity §4.4, §4.5). One of the
 * verified proofs must be by the issuer, or in a presentation the holder, that the document names. The rules of the
 * data model are for `checkCredential` and `checkPresentation`.
 * @param document JSON as a stranger sent it
 * @returns never throws for what is wrong with the document
 */
export async function verifyProofs(document: unknown, options: VerifyProofsOptions): Promise<ProofsResult> {
  try {
    checkBounds(document);
    checkContexts(document);
    const placed = proofsIn(document);
    const proofs = placed.map(({ proof }) => proof);
    const outcomes: Outcomes = new Map();
    const means = {
      hashDocument: rememberHashes(),
      verifySignature: options.verifySignature ?? verifySignature,
    };
    for (const { proof, pointer } of inChainOrder(placed)) {
      outcomes.set(proof, await outcomeOf(document, proof, pointer, proofs, outcomes, options, means));
    }
    const inPlace = proofs.map((proof) => outcomes.get(proof) as ProofOutcome);
    const foreign = checkController(document, inPlace);
    return {
      verified: foreign.length === 0 && inPlace.every(({ outcome }) => outcome === 'verified'),
      proofs: inPlace,
      problems: [...inPlace.flatMap(({ problems }) => problems), ...foreign],
    };
  } catch (error) {
    return { verified: false, proofs: [], problems: problemsIn(error) };
  }
}

async function outcomeOf(
  document: JsonObject,
  proof: JsonObject,
  pointer: string,
  proofs: readonly JsonObject[],
  outcomes: Outcomes,
  options: VerifyProofsOptions,
  means: Means,
): Promise<ProofOutcome> {
  const checked = checkProofMembers(proof, pointer);
  if (Array.isArray(checked)) return { outcome: 'failed', pointer, problems: checked };
  const { suite, verificationMethod, created } = checked;
  const facts = { pointer, suite: suite.name, verificationMethod, created };
  const misused = checkUse(checked, options);
  if (misused.length > 0) return { ...facts, outcome: 'failed', problems: misused };
  try {
    const previous = previousProofs(checked.previousProof, proofs, pointer);
    const broken = brokenChain(previous, outcomes, pointer);
    if (broken !== undefined) return { ...facts, ...broken };
    const key = await findKey(checked, options);
    if ('outcome' in key) return { ...facts, ...key };
    await verifyProof(document, checked, key, previous, means);
    return { ...facts, outcome: 'verified', controller: key.controller, problems: [] };
  } catch (error) {
    return { ...facts, outcome: 'failed', problems: problemsIn(error) };
  }
}

type Stopped = Pick<ProofOutcome, 'outcome' | 'problems'>;

/** A chain is as good as its worst link. */
function brokenChain(
  previous: readonly JsonObject[],
  outcomes: Outcomes,
  pointer: string,
): Stopped | undefined {
  const results = previous.map((proof) => outcomes.get(proof)?.outcome);
  if (results.every((outcome) => outcome === 'verified')) return undefined;
  const message = 'A proof that this one stands on is not verified.';
  return {
    outcome: results.includes('failed') ? 'failed' : 'unresolved',
    problems: [{ code: 'PREVIOUS_PROOF_FAILED', pointer: `${pointer}/previousProof`, message }],
  };
}

/** Looking a key up may fail for reasons that say nothing about the proof. */
async function findKey(
  { verificationMethod, proofPurpose, pointer }: CheckedProof,
  { resolveVerificationMethod, now }: VerifyProofsOptions,
): Promise<MethodKey | Stopped> {
  let found: Awaited<ReturnType<typeof resolveVerificationMethod>>;
  try {
    found = await resolveVerificationMethod(verificationMethod);
  } catch (error) {
    if (problemsOf(error) !== undefined) throw movedBelow(`${pointer}/verificationMethod`, error);
    const why = error instanceof Error ? error.message : String(error);
    const message = `The key ${shown(verificationMethod)} could not be looked up: ${shown(why)}.`;
    const problem: Problem = { code: 'METHOD_UNRESOLVED', pointer: `${pointer}/verificationMethod`, message };
    return { outcome: 'unresolved', problems: [problem] };
  }
  try {
    return readMethod(found, { id: verificationMethod, purpose: proofPurpose, now });
  } catch (error) {
    throw movedBelow(`${pointer}/verificationMethod`, error);
  }
}

/**
 * Whoever the document says it is by must be among those whose proofs were verified. Only a presentation may be by
 * nobody in particular: a credential that does not disclose its issuer could be anyone's.
 */
function checkController(document: JsonObject, outcomes: readonly ProofOutcome[]): Problem[] {
  const { issuer, holder } = document;
  const isPresentation = listOf(document.type).includes('VerifiablePresentation');
  const member = isPresentation && issuer === undefined ? 'holder' : 'issuer';
  const party = member === 'holder' ? holder : issuer;
  if (party === undefined && isPresentation) return [];
  const id = isObject(party) ? party.id : party;
  const verified = outcomes.filter(({ outcome }) => outcome === 'verified');
  const isBy = ({ controller }: ProofOutcome): boolean => controller !== undefined && controller === id;
  if (verified.length === 0 || verified.some(isBy)) return [];
  const message = `No proof is by a key that the ${member} ${shown(id ?? 'not named')} controls.`;
  return [{ code: 'CONTROLLER_MISMATCH', pointer: `/${member}`, message }];
}

function problemsIn(error: unknown): readonly Problem[] {
  const problems = problemsOf(error);
  if (problems === undefined) throw error;
  return problems;
}
