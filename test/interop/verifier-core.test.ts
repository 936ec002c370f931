/**
 * The verifier of the Digital Credentials Consortium believes what we sign, and not what somebody changed. Its JSON-LD
 * processor can be poisoned by a document whose issuer is `__proto__`: nothing hostile is given to it in this process.
 */
import { generateKeyPairSync } from 'node:crypto';
import { Socket } from 'node:net';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { formatMultikey, localSigner, type PublicKey } from '@eslabon/credentials';
import { addProof } from '@eslabon/data-integrity';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

type Credential = Parameters<typeof verifyCredential>[0]['credential'];

/** Every attempt to reach a network, which must remain none. */
const connect = jest.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
  throw new Error('This test has no network.');
});
const refused = { errors: [{ name: 'invalid_signature', message: 'The signature is not valid.' }] };

let secured: Record<string, unknown>;

beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { publicKey, sign } = localSigner(privateKey.export({ format: 'jwk' }));
  const multikey = formatMultikey(publicKey as PublicKey);
  const did = `did:key:${multikey}`;
  secured = await addProof(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'urn:uuid:6f1d2f5e-5c0a-4a52-8f0e-9a3e4f0f3d11',
      type: ['VerifiableCredential'],
      issuer: { id: did, name: 'Customs of Peru' },
      name: 'Authorised Economic Operator',
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:operator', name: 'Exportadora Ñandú S.A.C.' },
    },
    {
      suite: 'eddsa-rdfc-2022',
      verificationMethod: `${did}#${multikey}`,
      created: '2026-01-10T00:00:00Z',
      signer: { algorithm: 'EdDSA', sign },
    },
  );
});

afterAll(() => connect.mockRestore());

/** No registries: who may issue is for an authority's own lists. */
function ask(members: Record<string, unknown> = {}) {
  const credential = { ...structuredClone(secured), ...members } as unknown as Credential;
  return verifyCredential({ credential, knownDIDRegistries: [] });
}

describe('a credential of ours with an eddsa-rdfc-2022 proof by a did:key', () => {
  it('is verified by verifier-core', async () => {
    const { errors, log } = await ask();
    expect(errors).toBeUndefined();
    expect(log).toContainEqual({ id: 'valid_signature', valid: true });
    expect(log).toContainEqual({ id: 'expiration', valid: true });
  });

  it.each<[string, () => Record<string, unknown>]>([
    ['another name', () => ({ name: 'Certified for everything' })],
    ['another subject', () => ({ credentialSubject: { id: 'did:example:mallory' } })],
    ['a later start', () => ({ validFrom: '2026-02-01T00:00:00Z' })],
    ['an end that it did not have', () => ({ validUntil: '2099-01-01T00:00:00Z' })],
    [
      'a proof that says it was made at another time',
      () => ({ proof: { ...(secured.proof as object), created: '2026-01-11T00:00:00Z' } }),
    ],
  ])('is not verified with %s', async (_what, change) => {
    const answer = await ask(change());
    expect(answer).toMatchObject(refused);
    expect(answer.log).toBeUndefined();
  });
});

it('verifier-core asks no network for keys, contexts or registries', async () => {
  await ask();
  await ask({ name: 'Certified for everything' });
  expect(connect).not.toHaveBeenCalled();
});
