import { beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import type { ProblemCode } from '../problems/problem-types.js';
import type { CryptosuiteName } from '../suites/suite.js';
import { credential2, signedBy, verifyOptions } from '../testing/documents.fixture.js';
import type { TestKey } from '../testing/keys.fixture.js';
import { createTestKey, resolveVerificationMethod } from '../testing/keys.fixture.js';
import { wholeSuites } from '../testing/suites.fixture.js';
import { addProof } from './add-proof.js';
import { verifyProofs } from './verify-proofs.js';

const first = 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544';
const second = 'urn:uuid:8cc9022b-6b14-4cf3-8571-74972c5feb54';
const proofsOf = (document: JsonObject) => document.proof as JsonObject[];
const changed = (document: JsonObject, at: number, members: JsonObject): JsonObject => ({
  ...document,
  proof: proofsOf(document).map((proof, index) => (index === at ? { ...proof, ...members } : proof)),
});

describe.each(wholeSuites)('%s with %s', (suite, algorithm) => {
  let issuer: TestKey;
  let witness: TestKey;
  beforeAll(async () => {
    [issuer, witness] = [await createTestKey(algorithm), await createTestKey(algorithm)];
  });
  const signedTwice = async (more: object) => {
    const once = await addProof(credential2(issuer.did), { suite, id: first, ...signedBy(issuer) });
    return addProof(once, { suite, id: second, ...signedBy(witness), ...more });
  };

  it('“Proof sets … verify”', async () => {
    const secured = await signedTwice({});
    const result = await verifyProofs(secured, verifyOptions());
    expect(result.verified).toBe(true);
    expect(result.proofs.map(({ controller }) => controller)).toEqual([issuer.did, witness.did]);
  });

  it('a set of which one proof fails is not verified, whichever it is', async () => {
    const secured = await signedTwice({});
    for (const at of [0, 1]) {
      const result = await verifyProofs(
        changed(secured, at, { created: '2026-01-01T00:00:00Z' }),
        verifyOptions(),
      );
      expect(result.verified).toBe(false);
      expect(result.proofs.map(({ outcome }) => outcome)[at]).toBe('failed');
      expect(result.proofs.map(({ outcome }) => outcome)[1 - at]).toBe('verified');
    }
  });

  it('proofs of a set do not depend on their order or number', async () => {
    const secured = await signedTwice({});
    const [a, b] = proofsOf(secured);
    for (const proof of [[b, a], [a], a]) {
      expect(await verifyProofs({ ...secured, proof }, verifyOptions())).toMatchObject({ verified: true });
    }
  });

  it.each([
    ['string', first],
    ['array', [first]],
  ])('“`previousProof` chains (%s) verify”', async (_form, previousProof) => {
    const secured = await signedTwice({ previousProof });
    expect(proofsOf(secured)[1]).toMatchObject({ previousProof });
    expect(await verifyProofs(secured, verifyOptions())).toMatchObject({ verified: true, problems: [] });
    const [a, b] = proofsOf(secured);
    expect(await verifyProofs({ ...secured, proof: [b, a] }, verifyOptions())).toMatchObject({
      verified: true,
    });
  });

  it('“a missing or failing previous proof fails” (missing)', async () => {
    const secured = await signedTwice({ previousProof: first });
    const alone = { ...secured, proof: proofsOf(secured)[1] };
    expect((await verifyProofs(alone, verifyOptions())).problems).toMatchObject([
      { code: 'PREVIOUS_PROOF_MISSING', pointer: '/proof/previousProof' },
    ]);
  });

  it('“a missing or failing previous proof fails” (failing)', async () => {
    const secured = await signedTwice({ previousProof: first });
    const result = await verifyProofs(changed(secured, 0, { nonce: 'n' }), verifyOptions());
    expect(result.verified).toBe(false);
    expect(result.proofs.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
    expect(result.problems).toMatchObject([
      { code: 'SIGNATURE_INVALID', pointer: '/proof/0/proofValue' },
      { code: 'PREVIOUS_PROOF_FAILED', pointer: '/proof/1/previousProof' },
    ]);
  });

  it('a proof of a chain covers the one that it stands on: another valid one in its place fails', async () => {
    const secured = await signedTwice({ previousProof: first });
    const other = await addProof(credential2(issuer.did), {
      suite,
      id: first,
      ...signedBy(issuer),
      created: '2026-11-22T12:00:01Z',
    });
    const exchanged = { ...secured, proof: [other.proof, proofsOf(secured)[1]] };
    expect(await verifyProofs(exchanged, verifyOptions())).toMatchObject({
      verified: false,
      problems: [{ code: 'SIGNATURE_INVALID', pointer: '/proof/1/proofValue' }],
    });
  });

  it.each<[string, unknown, ProblemCode]>([
    ['a number', 456321, 'PREVIOUS_PROOF_INVALID'],
    ['an empty list', [], 'PREVIOUS_PROOF_INVALID'],
    ['a list with a number', [first, 7], 'PREVIOUS_PROOF_INVALID'],
    ['one that is there and one that is not', [first, 'urn:uuid:0'], 'PREVIOUS_PROOF_MISSING'],
    ['none of the document', 'urn:uuid:0', 'PREVIOUS_PROOF_MISSING'],
    ['itself', second, 'PREVIOUS_PROOF_CYCLE'],
  ])('a previousProof that is %s', async (_name, previousProof, code) => {
    const secured = changed(await signedTwice({ previousProof: first }), 1, { previousProof });
    expect((await verifyProofs(secured, verifyOptions())).problems).toMatchObject([{ code }]);
  });

  it('proofs that stand on each other', async () => {
    const secured = changed(await signedTwice({ previousProof: first }), 0, { previousProof: second });
    expect(await verifyProofs(secured, verifyOptions())).toMatchObject({
      verified: false,
      proofs: [],
      problems: [{ code: 'PREVIOUS_PROOF_CYCLE' }],
    });
  });

  it('two proofs of one id', async () => {
    const secured = await signedTwice({ previousProof: first });
    const [a, b] = proofsOf(secured);
    expect((await verifyProofs({ ...secured, proof: [a, a, b] }, verifyOptions())).problems).toMatchObject([
      { code: 'PREVIOUS_PROOF_INVALID', pointer: '/proof/2/previousProof' },
    ]);
  });
});

describe('chains', () => {
  it('of three proofs, of several suites, the last on both others', async () => {
    const [eddsa, ecdsa] = [await createTestKey('EdDSA'), await createTestKey('ES384')];
    const steps: [CryptosuiteName, TestKey, object][] = [
      ['eddsa-rdfc-2022', eddsa, { id: first }],
      ['ecdsa-jcs-2019', ecdsa, { id: second, previousProof: first }],
      ['ecdsa-rdfc-2019', ecdsa, { previousProof: [first, second] }],
    ];
    let document = credential2(eddsa.did);
    for (const [suite, key, more] of steps) {
      document = await addProof(document, { suite, ...signedBy(key), ...more });
    }
    expect(await verifyProofs(document, verifyOptions())).toMatchObject({ verified: true });
    const cut = { ...document, proof: proofsOf(document).slice(1) };
    expect(await verifyProofs(cut, verifyOptions())).toMatchObject({
      verified: false,
      problems: [{ code: 'PREVIOUS_PROOF_MISSING' }, { code: 'PREVIOUS_PROOF_MISSING' }],
    });
  });

  it('whose first key cannot be looked up are unresolved to the end', async () => {
    const [issuer, witness] = [await createTestKey('EdDSA'), await createTestKey('EdDSA')];
    const once = await addProof(credential2(issuer.did), {
      suite: 'eddsa-jcs-2022',
      id: first,
      ...signedBy(issuer),
    });
    const twice = await addProof(once, {
      suite: 'eddsa-jcs-2022',
      ...signedBy(witness),
      previousProof: first,
    });
    const result = await verifyProofs(
      twice,
      verifyOptions({
        resolveVerificationMethod: (id) =>
          id.startsWith(issuer.did) ? Promise.reject(new Error('down')) : resolveVerificationMethod(id),
      }),
    );
    expect(result.proofs.map(({ outcome }) => outcome)).toEqual(['unresolved', 'unresolved']);
  });

  it('more proofs than are looked at', async () => {
    const key = await createTestKey('EdDSA');
    const { proof, ...rest } = await addProof(credential2(key.did), {
      suite: 'eddsa-jcs-2022',
      ...signedBy(key),
    });
    const with9 = { ...rest, proof: Array.from({ length: 9 }, () => proof) };
    expect((await verifyProofs(with9, verifyOptions())).problems).toMatchObject([{ code: 'PROOF_TOO_MANY' }]);
    const with8 = { ...rest, proof: Array.from({ length: 8 }, () => proof) };
    expect(await verifyProofs(with8, verifyOptions())).toMatchObject({ verified: true });
  });
});
