import { base64urlEncode } from '@eslabon/credentials';
import type { JsonObject } from '../json/json-object.js';
import { canonize } from '../json-ld/canonize.js';
import { toQuads } from '../json-ld/to-quads.js';
import type { SuiteKey } from '../keys/suite-key.js';
import { refused } from '../problems/refused.js';
import type { SignatureVerifier } from '../signatures/signature-verifier.js';
import { concat } from '../suites/digest.js';
import { hashMandatory } from './create-base-proof.js';
import type { DerivedProof, ReadDerivedProof } from './proof-values.js';
import { writeStatement } from './statements.js';

/**
 * Answers whether a derived proof holds for what was disclosed (ECDSA Cryptosuites 1.0 §3.6.8).
 * @throws EslabonError CREDENTIAL_REFUSED with PROOF_VALUE_MALFORMED where it does not fit the document, or as of JSON-LD
 */
export async function verifyDerivedProof(
  document: JsonObject,
  proofHash: Uint8Array,
  proof: ReadDerivedProof,
  issuerKey: SuiteKey,
  verifySignature: SignatureVerifier,
): Promise<boolean> {
  const statements = await labelledStatements(document, proof);
  const mandatory = new Set(proof.mandatoryPositions);
  const optional = statements.filter((_, at) => !mandatory.has(at));
  if (
    mandatory.size !== proof.mandatoryPositions.length ||
    proof.mandatoryPositions.some((at) => at >= statements.length) ||
    optional.length !== proof.signatures.length
  ) {
    throw malformed('it does not have one signature for each statement that is not mandatory');
  }
  const signed = concat(
    proofHash,
    proof.publicKey,
    hashMandatory(statements.filter((_, at) => mandatory.has(at))),
  );
  if (!(await verifySignature(issuerKey, signed, proof.baseSignature))) return false;
  for (const [at, statement] of optional.entries()) {
    const data = new TextEncoder().encode(statement);
    if (!(await verifySignature(proof.key, data, proof.signatures[at] as Uint8Array))) return false;
  }
  return true;
}

/** The statements with the keyed labels that the proof tells, in their order. */
async function labelledStatements(document: JsonObject, { labels }: DerivedProof): Promise<string[]> {
  const quads = await toQuads(document);
  const canonical = new Map<string, string>();
  await canonize(quads, 'sha256', canonical);
  // Two nodes with one label would pass as one node what was signed of another.
  const distinct = new Set([...labels.values()].map((label) => label.join()));
  if (canonical.size !== labels.size || distinct.size !== labels.size) {
    throw malformed('its labels are not those of the blank nodes');
  }
  const keyed = new Map<string, string>();
  for (const [label, name] of canonical) {
    const told = labels.get(Number(name.slice('c14n'.length)));
    if (told !== undefined) keyed.set(label, `u${base64urlEncode(told)}`);
  }
  const statements = quads.map((quad) => writeStatement(quad, keyed));
  if (statements.includes(undefined)) throw malformed('its labels are not those of the blank nodes');
  return [...new Set(statements as string[])].sort();
}

function malformed(why: string) {
  return refused('PROOF_VALUE_MALFORMED', '/proof', `The proofValue does not fit the document: ${why}.`);
}
