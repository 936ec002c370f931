import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import { credential2, presentation2, signedBy, verifyOptions } from '../testing/documents.fixture.js';
import type { TestKey } from '../testing/keys.fixture.js';
import { createTestKey, resolveVerificationMethod } from '../testing/keys.fixture.js';
import { wholeSuites } from '../testing/suites.fixture.js';
import { addProof } from './add-proof.js';
import { deriveProof } from './derive-proof.js';
import { verifyProofs } from './verify-proofs.js';

describe('“A credential whose `issuer` does not control the signing key is refused.”', () => {
  it.each(wholeSuites)('%s with %s', async (suite, algorithm) => {
    const [issuer, thief] = [await createTestKey(algorithm), await createTestKey(algorithm)];
    const forged = await addProof(credential2(issuer.did), { suite, ...signedBy(thief) });
    expect(await verifyProofs(forged, verifyOptions())).toMatchObject({
      verified: false,
      proofs: [{ outcome: 'verified', controller: thief.did }],
      problems: [{ code: 'CONTROLLER_MISMATCH', pointer: '/issuer' }],
    });
  });

  it('nor one whose issuer is missing its id', async () => {
    const key = await createTestKey('EdDSA');
    const nameless = { ...credential2(key.did), issuer: { name: 'Customs' } };
    const secured = await addProof(nameless, { suite: 'eddsa-jcs-2022', ...signedBy(key) });
    expect((await verifyProofs(secured, verifyOptions())).problems).toMatchObject([
      { code: 'CONTROLLER_MISMATCH' },
    ]);
  });

  it('nor when a document of the thief claims that the issuer controls its key', async () => {
    const [issuer, thief] = [await createTestKey('EdDSA'), await createTestKey('EdDSA')];
    const forged = await addProof(credential2(issuer.did), { suite: 'eddsa-rdfc-2022', ...signedBy(thief) });
    const claims = async (id: string) => {
      const { method, purposes } = await resolveVerificationMethod(id);
      return { method: { ...method, controller: issuer.did }, purposes };
    };
    expect(await verifyProofs(forged, verifyOptions({ resolveVerificationMethod: claims }))).toMatchObject({
      verified: false,
      problems: [{ code: 'METHOD_INVALID', pointer: '/proof/verificationMethod' }],
    });
  });

  it('nor one that does not disclose its issuer', async () => {
    const key = await createTestKey('ES256');
    const base = await addProof(credential2(key.did), { suite: 'ecdsa-sd-2023', ...signedBy(key) });
    const anonymous = await deriveProof(base, { selectivePointers: ['/credentialSubject/tin'] });
    expect(await verifyProofs(anonymous, verifyOptions())).toMatchObject({
      verified: false,
      proofs: [{ outcome: 'verified' }],
      problems: [{ code: 'CONTROLLER_MISMATCH', pointer: '/issuer' }],
    });
  });

  it('a presentation may name no holder, and one that names an issuer is by that', async () => {
    const [holder, thief] = [await createTestKey('EdDSA'), await createTestKey('EdDSA')];
    const { holder: _holder, ...open } = presentation2(holder.did, []);
    const present = (document: JsonObject) =>
      addProof(document, { suite: 'eddsa-jcs-2022', ...signedBy(thief), purpose: 'authentication' });
    const options = verifyOptions({}, 'authentication');
    expect(await verifyProofs(await present(open), options)).toMatchObject({ verified: true });
    const both = { ...open, issuer: holder.did, holder: thief.did };
    expect((await verifyProofs(await present(both), options)).problems).toMatchObject([
      { code: 'CONTROLLER_MISMATCH', pointer: '/issuer' },
    ]);
  });

  it('a presentation is by its holder', async () => {
    const [holder, thief] = [await createTestKey('EdDSA'), await createTestKey('EdDSA')];
    const present = (by: TestKey) =>
      addProof(presentation2(holder.did, []), {
        suite: 'eddsa-rdfc-2022',
        ...signedBy(by),
        purpose: 'authentication',
      });
    const options = verifyOptions({}, 'authentication');
    expect(await verifyProofs(await present(holder), options)).toMatchObject({ verified: true });
    expect((await verifyProofs(await present(thief), options)).problems).toMatchObject([
      { code: 'CONTROLLER_MISMATCH', pointer: '/holder' },
    ]);
  });
});
