import { beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import { credential1, credential2, signedBy, verifyOptions } from '../testing/documents.fixture.js';
import type { TestKey } from '../testing/keys.fixture.js';
import { createTestKey } from '../testing/keys.fixture.js';
import { rejectedProofs } from '../testing/rejected-proofs.fixture.js';
import { wholeSuites } from '../testing/suites.fixture.js';
import { addProof } from './add-proof.js';
import { verifyProofs } from './verify-proofs.js';

describe.each(wholeSuites)('%s with %s: “Reject:”', (suite, algorithm) => {
  let key: TestKey;
  let secured: JsonObject;
  beforeAll(async () => {
    key = await createTestKey(algorithm);
    secured = await addProof(credential2(key.did), { suite, ...signedBy(key) });
  });

  it('the credential that the rows change is accepted', async () => {
    expect(await verifyProofs(secured, verifyOptions())).toMatchObject({ verified: true, problems: [] });
  });

  it.each(rejectedProofs)('“%s”', async (_quote, change, code, pointer) => {
    const result = await verifyProofs(change(secured, secured.proof as JsonObject), verifyOptions());
    expect(result.verified).toBe(false);
    expect(result.problems).toMatchObject([{ code, pointer }]);
    expect(result.proofs.map(({ outcome }) => outcome)).not.toContain('unresolved');
  });

  it('algorithms not fitting the key', async () => {
    const other = await createTestKey(algorithm === 'EdDSA' ? 'ES256' : 'EdDSA');
    const proof = { ...(secured.proof as JsonObject), verificationMethod: other.verificationMethod };
    expect(await verifyProofs({ ...secured, proof }, verifyOptions())).toMatchObject({
      verified: false,
      problems: [{ code: 'KEY_MISMATCH', pointer: '/proof/verificationMethod' }],
    });
  });

  it('a member of the proof that no context defines is refused or breaks the signature', async () => {
    const proof = { ...(secured.proof as JsonObject), issuerComment: 'added' };
    const document = { ...secured, proof };
    expect((await verifyProofs(document, verifyOptions())).verified).toBe(false);
  });
});

describe('“Contexts come from the package, never from the network.”', () => {
  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const)('%s refuses to sign another', async (suite) => {
    const key = await createTestKey('EdDSA');
    const document = {
      ...credential2(key.did),
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://e.example'],
    };
    await expect(addProof(document, { suite, ...signedBy(key) })).rejects.toMatchObject({
      code: 'CREDENTIAL_REFUSED',
      details: { problems: [{ code: 'CONTEXT_UNKNOWN', pointer: '/@context/1' }] },
    });
  });

  it('a context that was appended later does not count for a JCS proof, one that was put first does', async () => {
    const key = await createTestKey('EdDSA');
    const secured = await addProof(credential1(key.did), { suite: 'eddsa-jcs-2022', ...signedBy(key) });
    const contexts = secured['@context'] as string[];
    const aeo = 'https://w3id.org/eslabon/contexts/aeo/v1';
    expect(await verifyProofs({ ...secured, '@context': [...contexts, aeo] }, verifyOptions())).toMatchObject(
      {
        verified: true,
      },
    );
    expect(await verifyProofs({ ...secured, '@context': [aeo, ...contexts] }, verifyOptions())).toMatchObject(
      {
        verified: false,
        problems: [{ code: 'PROOF_CONTEXT', pointer: '/proof/@context' }],
      },
    );
  });
});
