import { signatureBytes } from '@eslabon/credentials';
import type { JsonObject } from '../json/json-object.js';
import { listOf } from '../json/json-object.js';
import type { SuiteKey } from '../keys/suite-key.js';
import type { MethodKey } from '../methods/read-method.js';
import { decodeMultibase } from '../multibase/decode-multibase.js';
import { movedBelow } from '../problems/moved-below.js';
import type { Problem } from '../problems/problem.js';
import { refused } from '../problems/refused.js';
import { shown } from '../problems/shown.js';
import type { ReadDerivedProof } from '../sd/proof-values.js';
import { readDerivedProof } from '../sd/proof-values.js';
import { verifyDerivedProof } from '../sd/verify-derived-proof.js';
import type { SignatureVerifier } from '../signatures/signature-verifier.js';
import { concat } from '../suites/digest.js';
import type { CheckedProof } from './check-proof-members.js';
import type { HashDocument } from './hash-data.js';
import { hashConfiguration, unsecured, withProofContext } from './hash-data.js';
import type { VerifyProofsOptions } from './verify-options.js';

/** Whether the proof is for this purpose, moment and verifier (VC Data Integrity §4.4). */
export function checkUse(
  checked: CheckedProof,
  options: Omit<VerifyProofsOptions, 'resolveVerificationMethod' | 'verifySignature'>,
): Problem[] {
  const { suite, proof, proofPurpose, expires, pointer } = checked;
  const { purpose, now, domain, challenge, suites } = options;
  const problems: Problem[] = [];
  const report = (code: Problem['code'], member: string, message: string): void => {
    problems.push({ code, pointer: `${pointer}/${member}`, message });
  };
  if (suites !== undefined && !suites.includes(suite.name)) {
    report('PROOF_CRYPTOSUITE_UNKNOWN', 'cryptosuite', `Proofs of ${suite.name} are not taken here.`);
  }
  if (proofPurpose !== purpose) {
    report(
      'PROOF_PURPOSE_MISMATCH',
      'proofPurpose',
      `The proof is for ${shown(proofPurpose)}, not ${purpose}.`,
    );
  }
  if (expires !== undefined && now.getTime() >= expires) {
    report('PROOF_EXPIRED', 'expires', `The proof expired at ${shown(proof.expires)}.`);
  }
  const [wanted, named] = [new Set(listOf(domain)), new Set(listOf(proof.domain))];
  if (domain !== undefined && (wanted.size !== named.size || [...wanted].some((item) => !named.has(item)))) {
    report('PROOF_DOMAIN', 'domain', `The proof is for the domain ${shown(proof.domain)}.`);
  }
  if (challenge !== undefined && proof.challenge !== challenge) {
    report('PROOF_CHALLENGE', 'challenge', `The proof answers the challenge ${shown(proof.challenge)}.`);
  }
  return problems;
}

/** What verifying one proof needs beside the proof. */
export interface Means {
  hashDocument: HashDocument;
  verifySignature: SignatureVerifier;
}

/**
 * Verifies the signature of a proof whose members and use were checked, with the key of its method.
 * @param previous the proofs that it stands on
 * @throws EslabonError CREDENTIAL_REFUSED with KEY_MISMATCH, PROOF_VALUE_*, PROOF_CONTEXT, SIGNATURE_INVALID or as of
 * JSON-LD processing
 */
export async function verifyProof(
  document: JsonObject,
  { suite, proof, proofValue, pointer }: CheckedProof,
  { key }: MethodKey,
  previous: readonly JsonObject[],
  { hashDocument, verifySignature }: Means,
): Promise<void> {
  const { algorithm } = key;
  if (!suite.algorithms.includes(algorithm)) {
    const message = `The key is for ${algorithm}, which does not fit ${suite.name}.`;
    throw refused('KEY_MISMATCH', `${pointer}/verificationMethod`, message);
  }
  const unsigned = unsecured(document, previous);
  const proofHash = await hashConfiguration(proof, document, suite, algorithm, pointer);
  const isValid = await (suite.transformation === 'sd'
    ? verifyDerivedProof(unsigned, proofHash, readDerived(proofValue, pointer), key, verifySignature)
    : verifyWhole(suite.transformation === 'jcs' ? withProofContext(unsigned, proof, pointer) : unsigned));
  if (!isValid) {
    throw refused(
      'SIGNATURE_INVALID',
      `${pointer}/proofValue`,
      'The signature is not of this document and key.',
    );
  }

  async function verifyWhole(read: JsonObject): Promise<boolean> {
    const signature = readSignature(proofValue, key, pointer);
    const data = concat(proofHash, await hashDocument(read, suite, algorithm));
    return verifySignature(key, data, signature);
  }
}

function readDerived(proofValue: string, pointer: string): ReadDerivedProof {
  try {
    return readDerivedProof(proofValue);
  } catch (error) {
    throw movedBelow(pointer, error);
  }
}

function readSignature(proofValue: string, { algorithm }: SuiteKey, pointer: string): Uint8Array {
  const bytes = decodeMultibase(proofValue, 'z', 140);
  if (bytes === undefined) {
    throw refused(
      'PROOF_VALUE_ENCODING',
      `${pointer}/proofValue`,
      'The proofValue is no base58btc of a signature.',
    );
  }
  if (bytes.length !== signatureBytes[algorithm]) {
    const message = `The proofValue has ${bytes.length} bytes; a signature of ${algorithm} has another length.`;
    throw refused('PROOF_VALUE_LENGTH', `${pointer}/proofValue`, message);
  }
  return bytes;
}
