import { EslabonError, vcdm2Context } from '@eslabon/core';
import { base58btcEncode, signatureBytes } from '@eslabon/credentials';
import { checkContexts } from '../contexts/check-contexts.js';
import { dataIntegrityContext, dataIntegrityContext1 } from '../contexts/context-urls.js';
import { checkBounds } from '../json/check-bounds.js';
import type { JsonObject } from '../json/json-object.js';
import { listOf } from '../json/json-object.js';
import { refused, refusedWith } from '../problems/refused.js';
import { shown } from '../problems/shown.js';
import { createBaseProof } from '../sd/create-base-proof.js';
import { concat, hashOf } from '../suites/digest.js';
import { suites } from '../suites/suites.js';
import { transform } from '../suites/transform.js';
import { parseDateTime } from '../time/parse-date-time.js';
import { checkProofMembers } from './check-proof-members.js';
import { hashConfiguration, unsecured } from './hash-data.js';
import { previousProofs } from './previous-proofs.js';
import type { AddProofOptions, Signer } from './proof-options.js';
import { proofsIn } from './proofs-in.js';

/**
 * Secures a document with one more proof (VC Data Integrity §4.2, §4.3). It is looked at for size and contexts only:
 * `checkCredential` and `checkPresentation` have the rules of the data model.
 * @returns a copy with the proof; a document without a context that defines proofs (VCDM 1.1) gets one
 * @throws EslabonError CREDENTIAL_REFUSED with the problems; CREDENTIAL_TOO_LARGE; CREDENTIAL_SIGNATURE when the signer
 * did not return a signature of its algorithm
 */
export async function addProof(document: unknown, options: AddProofOptions): Promise<JsonObject> {
  checkBounds(document);
  checkContexts(document);
  const { suite: name, signer } = options;
  const suite = suites[name];
  if (!suite.algorithms.includes(signer.algorithm)) {
    throw refused('KEY_MISMATCH', '', `A key for ${signer.algorithm} does not fit the cryptosuite ${name}.`);
  }
  const existing = document.proof === undefined ? [] : proofsIn(document).map(({ proof }) => proof);
  const secured = withProofTerms(document, existing.length > 0);
  const proof = createProof(options, secured);
  const previous = previousProofs(listOf(proof.previousProof) as string[], existing, '/proof');
  const unsigned = unsecured(secured, previous);
  const proofHash = await hashConfiguration(proof, secured, suite, signer.algorithm, '/proof');
  const proofValue =
    suite.transformation === 'sd'
      ? await createBaseProof(unsigned, proofHash, options.mandatoryPointers ?? [], (data) =>
          sign(signer, data),
        )
      : `z${base58btcEncode(
          await sign(signer, concat(proofHash, await transform(unsigned, suite, hashOf[signer.algorithm]))),
        )}`;
  const added = { ...proof, proofValue };
  return { ...secured, proof: existing.length === 0 ? added : [...existing, added] };
}

/** @throws EslabonError CREDENTIAL_REFUSED with what is wrong with the options */
function createProof(options: AddProofOptions, document: JsonObject): JsonObject {
  const { suite, verificationMethod, created, purpose = 'assertionMethod', previousProof } = options;
  const { id, expires, domain, challenge, nonce, mandatoryPointers } = options;
  const { transformation, header } = suites[suite];
  if (transformation === 'sd' ? previousProof !== undefined : mandatoryPointers !== undefined) {
    const member = previousProof === undefined ? 'mandatoryPointers' : 'previousProof';
    throw refused('PROOF_MEMBER', '/proof', `The cryptosuite ${suite} takes no ${member}.`);
  }
  const context = document['@context'];
  const members = {
    ...(transformation === 'jcs' && context !== undefined && { '@context': structuredClone(context) }),
    ...{ id, type: 'DataIntegrityProof', cryptosuite: suite, created, expires, verificationMethod },
    ...{ proofPurpose: purpose, domain, challenge, nonce, previousProof },
  };
  const proof = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
  const checked = checkProofMembers({ ...proof, proofValue: header }, '/proof');
  if (Array.isArray(checked)) throw refusedWith(checked);
  for (const stamp of [created, expires]) {
    if (stamp !== undefined && parseDateTime(stamp) === undefined) {
      throw refused('PROOF_CREATED_INVALID', '/proof', `${shown(stamp)} has no offset from UTC.`);
    }
  }
  return structuredClone(proof);
}

/** VCDM 2.0 defines the terms of proofs itself; other documents with contexts get the one that does. */
function withProofTerms(document: JsonObject, isSecured: boolean): JsonObject {
  const contexts = listOf(document['@context']);
  const known = [vcdm2Context, dataIntegrityContext, dataIntegrityContext1];
  if (contexts.length === 0 || isSecured || known.some((url) => contexts.includes(url))) return document;
  return { ...document, '@context': [...contexts, dataIntegrityContext] };
}

async function sign({ algorithm, sign: make }: Signer, data: Uint8Array): Promise<Uint8Array> {
  const signature = await make(data);
  const length = signatureBytes[algorithm];
  if (!(signature instanceof Uint8Array) || signature.length !== length) {
    throw new EslabonError(
      'CREDENTIAL_SIGNATURE',
      `The signer of ${algorithm} returned no signature of ${length} bytes.`,
      { hints: ['ECDSA signatures are r‖s, not DER.'] },
    );
  }
  return signature;
}
