import type { JsonObject } from '../json/json-object.js';
import type { ProblemCode } from '../problems/problem-types.js';

type Change = (secured: JsonObject, proof: JsonObject) => unknown;

const withProof =
  (members: JsonObject): Change =>
  (secured, proof) => ({
    ...secured,
    proof: { ...proof, ...members },
  });
const withoutMember =
  (name: string): Change =>
  (secured, { [name]: _left, ...proof }) => ({ ...secured, proof });

/** Every rule of §2 for the proof as an object: what is rejected, a document that has it, the code and the place. */
export const rejectedProofs: readonly [quote: string, Change, ProblemCode, pointer: string][] = [
  ['proof missing', ({ proof: _proof, ...secured }) => secured, 'PROOF_MISSING', '/proof'],
  ['proof missing (an empty list)', (secured) => ({ ...secured, proof: [] }), 'PROOF_MISSING', '/proof'],
  ['proof null', (secured) => ({ ...secured, proof: null }), 'PROOF_NOT_OBJECT', '/proof'],
  ['proof not an object', (secured) => ({ ...secured, proof: 'z3Mo' }), 'PROOF_NOT_OBJECT', '/proof'],
  [
    'proof not an object (in a list)',
    (secured, proof) => ({ ...secured, proof: [proof, 7] }),
    'PROOF_NOT_OBJECT',
    '/proof/1',
  ],
  ['unknown type', withProof({ type: 'UnknownProof' }), 'PROOF_TYPE_UNKNOWN', '/proof/type'],
  ['unknown type (a list)', withProof({ type: ['DataIntegrityProof'] }), 'PROOF_TYPE_UNKNOWN', '/proof/type'],
  ['missing type', withoutMember('type'), 'PROOF_TYPE_MISSING', '/proof/type'],
  [
    'missing `verificationMethod`',
    withoutMember('verificationMethod'),
    'PROOF_METHOD_MISSING',
    '/proof/verificationMethod',
  ],
  [
    'missing `verificationMethod` (no URL)',
    withProof({ verificationMethod: 'key-1' }),
    'PROOF_METHOD_MISSING',
    '/proof/verificationMethod',
  ],
  [
    'missing `verificationMethod` (an object)',
    (secured, proof) => withProof({ verificationMethod: { id: proof.verificationMethod } })(secured, proof),
    'PROOF_METHOD_MISSING',
    '/proof/verificationMethod',
  ],
  ['missing `created`', withoutMember('created'), 'PROOF_CREATED_MISSING', '/proof/created'],
  [
    'missing `created` (no date)',
    withProof({ created: 'yesterday' }),
    'PROOF_CREATED_INVALID',
    '/proof/created',
  ],
  [
    'missing `created` (a day that is none)',
    withProof({ created: '2026-02-30T00:00:00Z' }),
    'PROOF_CREATED_INVALID',
    '/proof/created',
  ],
  ['missing `proofPurpose`', withoutMember('proofPurpose'), 'PROOF_PURPOSE_MISSING', '/proof/proofPurpose'],
  ['missing `proofValue`', withoutMember('proofValue'), 'PROOF_VALUE_MISSING', '/proof/proofValue'],
  [
    'missing `proofValue` (null)',
    withProof({ proofValue: null }),
    'PROOF_VALUE_MISSING',
    '/proof/proofValue',
  ],
  [
    'wrong purpose',
    withProof({ proofPurpose: 'authentication' }),
    'PROOF_PURPOSE_MISMATCH',
    '/proof/proofPurpose',
  ],
  [
    'unknown cryptosuite',
    withProof({ cryptosuite: 'eddsa-rdfc-2099' }),
    'PROOF_CRYPTOSUITE_UNKNOWN',
    '/proof/cryptosuite',
  ],
  [
    'unknown cryptosuite (a member of every object)',
    withProof({ cryptosuite: 'constructor' }),
    'PROOF_CRYPTOSUITE_UNKNOWN',
    '/proof/cryptosuite',
  ],
  [
    'unknown cryptosuite (none)',
    withoutMember('cryptosuite'),
    'PROOF_CRYPTOSUITE_MISSING',
    '/proof/cryptosuite',
  ],
  [
    'no multibase header',
    (secured, proof) =>
      withProof({ proofValue: String(proof.proofValue).replace(/^z+/, '') })(secured, proof),
    'PROOF_VALUE_ENCODING',
    '/proof/proofValue',
  ],
  [
    'no multibase header (another one)',
    (secured, proof) => withProof({ proofValue: `u${String(proof.proofValue).slice(1)}` })(secured, proof),
    'PROOF_VALUE_ENCODING',
    '/proof/proofValue',
  ],
  [
    'no multibase header (characters outside base58)',
    withProof({ proofValue: 'z0OIl' }),
    'PROOF_VALUE_ENCODING',
    '/proof/proofValue',
  ],
  [
    'anything altered (signature cut off)',
    withProof({ proofValue: 'z3MPPHM5VFhWw2te' }),
    'PROOF_VALUE_LENGTH',
    '/proof/proofValue',
  ],
  [
    'anything altered (proof.created)',
    withProof({ created: '2026-11-22T12:00:01Z' }),
    'SIGNATURE_INVALID',
    '/proof/proofValue',
  ],
  [
    'anything altered (a claim)',
    (secured) => ({ ...secured, validUntil: '2030-01-01T00:00:00Z' }),
    'SIGNATURE_INVALID',
    '/proof/proofValue',
  ],
  [
    'anything added after signing (a claim)',
    (secured) => ({ ...secured, name: 'Certificate' }),
    'SIGNATURE_INVALID',
    '/proof/proofValue',
  ],
  [
    'anything added after signing (to the proof)',
    withProof({ nonce: 'n-1' }),
    'SIGNATURE_INVALID',
    '/proof/proofValue',
  ],
  [
    'anything altered (a claim taken away)',
    ({ validUntil: _left, ...secured }) => secured,
    'SIGNATURE_INVALID',
    '/proof/proofValue',
  ],
  [
    'a VC given as a string where an object is due',
    (secured) => JSON.stringify(secured),
    'DOCUMENT_NOT_OBJECT',
    '',
  ],
  ['a VC given as a list where an object is due', (secured) => [secured], 'DOCUMENT_NOT_OBJECT', ''],
  ['a VC given as null where an object is due', () => null, 'DOCUMENT_NOT_OBJECT', ''],
  [
    'unknown contexts',
    (secured) => ({ ...secured, '@context': [...(secured['@context'] as string[]), 'https://e.example/v1'] }),
    'CONTEXT_UNKNOWN',
    '/@context/2',
  ],
  [
    'malformed contexts (no URL)',
    (secured) => ({ ...secured, '@context': ['https://www.w3.org/ns/credentials/v2', 'https ://not-a-url'] }),
    'CONTEXT_UNKNOWN',
    '/@context/1',
  ],
  [
    'malformed contexts (a number)',
    (secured) => ({ ...secured, '@context': ['https://www.w3.org/ns/credentials/v2', 123192875] }),
    'CONTEXT_ITEM',
    '/@context/1',
  ],
  ['the id of a proof is no URL', withProof({ id: 'proof 1' }), 'PROOF_ID', '/proof/id'],
  ['expires is no date', withProof({ expires: 'never' }), 'PROOF_EXPIRES_INVALID', '/proof/expires'],
  ['domain is no text', withProof({ domain: 7 }), 'PROOF_MEMBER', '/proof/domain'],
  ['challenge is no text', withProof({ challenge: ['c'] }), 'PROOF_MEMBER', '/proof/challenge'],
  [
    'a method without fragment',
    withProof({ verificationMethod: 'did:key:z6Mk' }),
    'METHOD_INVALID',
    '/proof/verificationMethod',
  ],
  [
    'a method that does not exist',
    withProof({ verificationMethod: 'did:example:a#1' }),
    'METHOD_NOT_FOUND',
    '/proof/verificationMethod',
  ],
];
