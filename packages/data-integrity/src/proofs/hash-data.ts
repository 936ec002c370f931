import { deepEqual } from '../json/deep-equal.js';
import type { JsonObject } from '../json/json-object.js';
import { listOf } from '../json/json-object.js';
import type { SuiteAlgorithm } from '../keys/suite-key.js';
import { movedBelow } from '../problems/moved-below.js';
import { refused } from '../problems/refused.js';
import { hashOf } from '../suites/digest.js';
import type { Suite } from '../suites/suite.js';
import { transform } from '../suites/transform.js';

/** The document as it is signed: without its proofs, but with those that the new one stands on. */
export function unsecured(document: JsonObject, previous: readonly JsonObject[] = []): JsonObject {
  const { proof: _proof, ...rest } = document;
  return previous.length === 0 ? rest : { ...rest, proof: previous };
}

/**
 * The hash of a proof's configuration: the proof without its value. RDF suites read it with the document's contexts,
 * JCS suites with those that it has itself (EdDSA Cryptosuites 1.0 §3.2.5, §3.3.5).
 * @param pointer where the proof stands in the document
 */
export async function hashConfiguration(
  proof: JsonObject,
  document: JsonObject,
  suite: Suite,
  algorithm: SuiteAlgorithm,
  pointer: string,
): Promise<Uint8Array> {
  const { proofValue: _value, ...options } = proof;
  const configuration =
    suite.transformation === 'jcs' ? options : { ...options, '@context': document['@context'] };
  try {
    return await transform(configuration, suite, hashOf[algorithm]);
  } catch (error) {
    throw movedBelow(pointer, error);
  }
}

/** Hashes a document for a suite and algorithm. */
export type HashDocument = (
  unsigned: JsonObject,
  suite: Suite,
  algorithm: SuiteAlgorithm,
) => Promise<Uint8Array>;

/** Hashes the document that has no proofs to stand on once for all proofs of a suite and algorithm. */
export function rememberHashes(): HashDocument {
  const known = new Map<string, Promise<Uint8Array>>();
  return (unsigned, suite, algorithm) => {
    const hash = hashOf[algorithm];
    if (suite.transformation === 'jcs' || unsigned.proof !== undefined)
      return transform(unsigned, suite, hash);
    const name = `${suite.type} ${hash}`;
    const entry = known.get(name) ?? transform(unsigned, suite, hash);
    known.set(name, entry);
    return entry;
  };
}

/**
 * The document as a JCS suite reads it: with the contexts of the proof, which must be the first of the document's, so
 * that contexts which were added later do not count (§3.3.2).
 * @throws EslabonError CREDENTIAL_REFUSED with PROOF_CONTEXT
 */
export function withProofContext(document: JsonObject, proof: JsonObject, pointer: string): JsonObject {
  const context = proof['@context'];
  if (context === undefined) return document;
  const [wanted, given] = [listOf(context), listOf(document['@context'])];
  if (!wanted.every((item, at) => deepEqual(item, given[at]))) {
    const message = 'The contexts of the document do not begin with those of the proof.';
    throw refused('PROOF_CONTEXT', `${pointer}/@context`, message);
  }
  return { ...document, '@context': context };
}
