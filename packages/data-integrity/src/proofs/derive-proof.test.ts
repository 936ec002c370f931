import { beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import type { ProblemCode } from '../problems/problem-types.js';
import { credential2, signedBy, verifyOptions } from '../testing/documents.fixture.js';
import type { TestKey } from '../testing/keys.fixture.js';
import { createTestKey } from '../testing/keys.fixture.js';
import { addProof } from './add-proof.js';
import { deriveProof } from './derive-proof.js';
import { verifyProofs } from './verify-proofs.js';

const suite = 'ecdsa-sd-2023';
const mandatoryPointers = ['/issuer', '/validFrom'];
const selectivePointers = ['/credentialSubject/address', '/validUntil'];

let key: TestKey;
let base: JsonObject;
let derived: JsonObject;
beforeAll(async () => {
  key = await createTestKey('ES256');
  base = await addProof(credential2(key.did), { suite, ...signedBy(key), mandatoryPointers });
  derived = await deriveProof(base, { selectivePointers });
});

describe('deriving', () => {
  it.each<[string, () => JsonObject, object, ProblemCode]>([
    ['from a document without proof', () => credential2(key.did), {}, 'PROOF_MISSING'],
    ['from a derived proof', () => derived, { selectivePointers }, 'PROOF_VALUE_MALFORMED'],
    ['what hits nothing', () => base, { selectivePointers: ['/a'] }, 'POINTER_UNMATCHED'],
    ['with no pointer', () => base, { selectivePointers: ['a'] }, 'POINTER_INVALID'],
    ['from another proof', () => base, { proofId: 'urn:uuid:1' }, 'PROOF_MISSING'],
    ['from one of two', () => ({ ...base, proof: [base.proof, base.proof] }), {}, 'PROOF_ID'],
    [
      'from an altered document',
      () => ({ ...base, name: 'x' }),
      { selectivePointers },
      'PROOF_VALUE_MALFORMED',
    ],
  ])('%s', async (_name, from, options, code) => {
    await expect(deriveProof(from(), options)).rejects.toMatchObject({
      code: 'CREDENTIAL_REFUSED',
      details: { problems: [expect.objectContaining({ code })] },
    });
  });

  it('when nothing is mandatory and nothing selected', async () => {
    const open = await addProof(credential2(key.did), { suite, ...signedBy(key) });
    await expect(deriveProof(open)).rejects.toMatchObject({
      details: { problems: [expect.objectContaining({ code: 'DISCLOSURE_EMPTY' })] },
    });
  });

  it('from the proof of the given id, beside proofs of other suites', async () => {
    const id = 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544';
    const whole = await addProof(credential2(key.did), { suite: 'ecdsa-jcs-2019', ...signedBy(key) });
    const both = await addProof(whole, { suite, id, ...signedBy(key), mandatoryPointers });
    const shown = await deriveProof(both, { proofId: id });
    expect(shown.proof).toMatchObject({ id, cryptosuite: suite });
    expect(await verifyProofs(shown, verifyOptions())).toMatchObject({ verified: true });
  });
});
