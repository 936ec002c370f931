import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { addProof } from './add-proof.js';
import { readProof } from './read-proof.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const document = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { id: 'did:example:subject' },
};
const verificationMethod = 'did:example:issuer#key-1';
const created = '2026-11-22T12:00:00Z';
const options = { purpose: 'assertionMethod', now: new Date('2026-11-22T12:01:00Z') } as const;

const secure = (changes: object = {}) =>
  addProof(document, {
    ...{ suite: 'eddsa-rdfc-2022', verificationMethod, created },
    signer: { algorithm: 'EdDSA', sign: (data) => sign(null, data, privateKey) },
    ...changes,
  });

describe('readProof', () => {
  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'])('says what a proof by %s signs', async (suite) => {
    const read = await readProof(await secure({ suite }), options);
    expect(read).toMatchObject({ verificationMethod, created, algorithm: 'EdDSA' });
    expect(verify(null, read.signingInput, publicKey, read.signature)).toBe(true);
  });

  it('says something else of a document that was altered, and of a proof that was', async () => {
    const secured = await secure();
    const proof = secured.proof as object;
    for (const altered of [
      { ...secured, credentialSubject: { id: 'did:example:other' } },
      { ...secured, proof: { ...proof, created: '2026-11-22T12:00:30Z' } },
    ]) {
      const { signingInput, signature } = await readProof(altered, options);
      expect(verify(null, signingInput, publicKey, signature)).toBe(false);
    }
  });

  it('refuses none, several, one for another purpose or of another suite, and one that stands on another', async () => {
    const secured = await secure();
    const { proof, ...unsecured } = secured;
    const members = proof as object;
    for (const refused of [
      unsecured,
      { ...secured, proof: [proof, proof] },
      { ...secured, proof: { ...members, previousProof: 'urn:uuid:1' } },
      { ...secured, proof: { ...members, proofValue: 'z0' } },
      null,
    ]) {
      await expect(readProof(refused, options)).rejects.toMatchObject({ code: 'CREDENTIAL_REFUSED' });
    }
    const other = { ...options, purpose: 'authentication' } as const;
    await expect(readProof(secured, other)).rejects.toMatchObject({ code: 'CREDENTIAL_REFUSED' });
    const suites = ['ecdsa-rdfc-2019'] as const;
    await expect(readProof(secured, { ...options, suites })).rejects.toMatchObject({
      code: 'CREDENTIAL_REFUSED',
    });
  });
});
