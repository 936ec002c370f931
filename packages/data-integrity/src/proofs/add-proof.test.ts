import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import type { ProblemCode } from '../problems/problem-types.js';
import { created, credential1, credential2, signedBy } from '../testing/documents.fixture.js';
import { createTestKey } from '../testing/keys.fixture.js';
import { wholeSuites } from '../testing/suites.fixture.js';
import { addProof } from './add-proof.js';
import type { AddProofOptions } from './proof-options.js';

const dataIntegrity = 'https://w3id.org/security/data-integrity/v2';

describe.each(wholeSuites)('%s with %s', (suite, algorithm) => {
  it('“Proof: `DataIntegrityProof`, `created`, `verificationMethod` with fragment, `proofPurpose: assertionMethod`, `proofValue` multibase `z`”', async () => {
    const key = await createTestKey(algorithm);
    const { proof } = await addProof(credential2(key.did), { suite, ...signedBy(key) });
    expect(proof).toMatchObject({
      type: 'DataIntegrityProof',
      cryptosuite: suite,
      created,
      verificationMethod: `${key.did}#${key.publicKeyMultibase}`,
      proofPurpose: 'assertionMethod',
      proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]{80,140}$/),
    });
  });

  it('“every input member is kept”, and what was given is not changed', async () => {
    const key = await createTestKey(algorithm);
    const input = credential2(key.did);
    const before = structuredClone(input);
    const { proof, ...rest } = await addProof(input, { suite, ...signedBy(key) });
    expect(proof).toBeDefined();
    expect(rest).toEqual(before);
    expect(input).toEqual(before);
  });

  it('“and append `https://w3id.org/security/data-integrity/v2` to its `@context`” for VCDM 1.1, once', async () => {
    const key = await createTestKey(algorithm);
    const input = credential1(key.did);
    const contexts = input['@context'] as string[];
    const secured = await addProof(input, { suite, ...signedBy(key) });
    expect(secured['@context']).toEqual([...contexts, dataIntegrity]);
    const given = { ...input, '@context': [...contexts, dataIntegrity] };
    expect((await addProof(given, { suite, ...signedBy(key) }))['@context']).toEqual([
      ...contexts,
      dataIntegrity,
    ]);
  });

  it('“jcs: `proof["@context"]` equals the document\'s.”', async () => {
    const key = await createTestKey(algorithm);
    for (const make of [credential1, credential2]) {
      const secured = await addProof(make(key.did), { suite, ...signedBy(key) });
      const context = (secured.proof as JsonObject)['@context'];
      expect(context).toEqual(suite.includes('jcs') ? secured['@context'] : undefined);
    }
  });
});

describe('a proof that cannot be made', () => {
  const refusals: readonly [string, Partial<AddProofOptions>, ProblemCode][] = [
    ['a key of another algorithm', { signer: { algorithm: 'ES256', sign: (data) => data } }, 'KEY_MISMATCH'],
    ['a method that is no URL', { verificationMethod: 'key-1' }, 'PROOF_METHOD_MISSING'],
    ['no date', { created: 'now' }, 'PROOF_CREATED_INVALID'],
    ['a date without offset', { created: '2026-11-22T12:00:00' }, 'PROOF_CREATED_INVALID'],
    ['an expiry without offset', { expires: '2026-11-22T12:00:00' }, 'PROOF_CREATED_INVALID'],
    ['an id that is no URL', { id: 'first' }, 'PROOF_ID'],
    ['a previous proof that is not there', { previousProof: 'urn:uuid:1' }, 'PREVIOUS_PROOF_MISSING'],
    ['no domain', { domain: [] }, 'PROOF_MEMBER'],
    ['pointers for a suite that has none', { mandatoryPointers: [] }, 'PROOF_MEMBER'],
    [
      'a previous proof for the suite that has none',
      {
        suite: 'ecdsa-sd-2023',
        signer: { algorithm: 'ES256', sign: (data) => data },
        previousProof: 'urn:uuid:1',
      },
      'PROOF_MEMBER',
    ],
  ];

  it.each(refusals)('%s', async (_name, more, code) => {
    const key = await createTestKey('EdDSA');
    const options: AddProofOptions = { suite: 'eddsa-jcs-2022', ...signedBy(key), ...more };
    await expect(addProof(credential2(key.did), options)).rejects.toMatchObject({
      code: 'CREDENTIAL_REFUSED',
      details: { problems: [expect.objectContaining({ code })] },
    });
  });

  it.each(wholeSuites)('%s with %s: what the signer returns is no signature', async (suite, algorithm) => {
    const key = await createTestKey(algorithm);
    for (const length of [0, 63, 65, 70, 95, 97]) {
      const signer = { algorithm, sign: () => new Uint8Array(length) };
      const made = addProof(credential2(key.did), { suite, ...signedBy(key), signer });
      await expect(made).rejects.toMatchObject({ code: 'CREDENTIAL_SIGNATURE' });
    }
  });

  it('what the document itself breaks: terms that are not defined would be left unsigned', async () => {
    const key = await createTestKey('EdDSA');
    const { '@context': _contexts, ...rest } = credential2(key.did);
    const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], ...rest };
    await expect(addProof(document, { suite: 'eddsa-rdfc-2022', ...signedBy(key) })).rejects.toMatchObject({
      details: { problems: [{ code: 'TERM_UNDEFINED', pointer: '/credentialSubject/address' }] },
    });
  });
});
