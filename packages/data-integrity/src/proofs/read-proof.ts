import { checkContexts } from '../contexts/check-contexts.js';
import { checkBounds } from '../json/check-bounds.js';
import type { JsonObject } from '../json/json-object.js';
import type { SuiteAlgorithm } from '../keys/suite-key.js';
import { decodeMultibase } from '../multibase/decode-multibase.js';
import { refused, refusedWith } from '../problems/refused.js';
import { concat } from '../suites/digest.js';
import { checkProofMembers } from './check-proof-members.js';
import { hashConfiguration, rememberHashes, unsecured, withProofContext } from './hash-data.js';
import { proofsIn } from './proofs-in.js';
import type { VerifyProofsOptions } from './verify-options.js';
import { checkUse } from './verify-proof.js';

export type ReadProofOptions = Omit<VerifyProofsOptions, 'resolveVerificationMethod' | 'verifySignature'>;

/** One proof, ready to be verified by whoever knows the key. */
export interface ReadProof {
  verificationMethod: string;
  /** As the proof says it was made. */
  created: string;
  algorithm: SuiteAlgorithm;
  /** The bytes that were signed, and the signature over them. */
  signingInput: Uint8Array;
  signature: Uint8Array;
  domain: unknown;
  challenge: unknown;
}

/** Bytes of a signature by P-384; every other has fewer. */
const p384Signature = 96;

/**
 * Reads the one proof of a document and says what it signs, for verifiers that find keys their own way. Its members, use
 * and form are checked as `verifyProofs` does; the signature is not.
 * @param document JSON as a stranger sent it
 * @throws EslabonError CREDENTIAL_REFUSED for a document with no or several proofs, or one that stands on another or
 *   discloses selectively; and with the codes of `verifyProofs`
 */
export async function readProof(document: unknown, options: ReadProofOptions): Promise<ReadProof> {
  checkBounds(document);
  checkContexts(document);
  const placed = proofsIn(document);
  const [only] = placed;
  if (only === undefined || placed.length > 1) {
    throw refused('PROOF_MEMBER', '/proof', 'A document is read by its proof if it has exactly one.');
  }
  const { proof, pointer } = only;
  const checked = checkProofMembers(proof, pointer);
  if (Array.isArray(checked)) throw refusedWith(checked);
  const misused = checkUse(checked, options);
  if (misused.length > 0) throw refusedWith(misused);
  const { suite, proofValue, verificationMethod, created, previousProof } = checked;
  if (previousProof.length > 0 || suite.transformation === 'sd') {
    throw refused('PROOF_MEMBER', pointer, 'The proof stands on others, or discloses selectively.');
  }
  const signature = decodeMultibase(proofValue, 'z', 140);
  if (signature === undefined) {
    throw refused('PROOF_VALUE_ENCODING', `${pointer}/proofValue`, 'The proofValue is no base58btc.');
  }
  const algorithm = algorithmOf(suite.algorithms, signature);
  const unsigned = unsecured(document as JsonObject);
  const read = suite.transformation === 'jcs' ? withProofContext(unsigned, proof, pointer) : unsigned;
  const proofHash = await hashConfiguration(proof, document as JsonObject, suite, algorithm, pointer);
  const signingInput = concat(proofHash, await rememberHashes()(read, suite, algorithm));
  const { domain, challenge } = proof;
  return { ...{ verificationMethod, created, algorithm, signingInput, signature }, domain, challenge };
}

/** Suites of several curves do not name theirs: the length of the signature does. */
function algorithmOf(algorithms: readonly SuiteAlgorithm[], signature: Uint8Array): SuiteAlgorithm {
  const isP384 = signature.length === p384Signature && algorithms.includes('ES384');
  return isP384 ? 'ES384' : (algorithms[0] as SuiteAlgorithm);
}
