import { formatDidJwk, localSigner, parseDidJwk } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holderJwk, signProof } from '../../testing/proofs.fixture.js';
import { verifyKeyProof } from './verify-key-proof.js';

const { d: _d, ...publicJwk } = holderJwk;
const now = 1_790_000_000;
const options = { issuer: 'https://aduana.example', now, maxAge: 300 };
const claims = { aud: options.issuer, iat: now, nonce: 'n-1' };
const header = { alg: 'ES256', typ: 'openid4vci-proof+jwt', jwk: publicJwk };

describe('a key proof (OpenID4VCI 1.0 appendix F)', () => {
  const { publicKey } = localSigner(holderJwk);
  const holder = formatDidJwk(publicKey as never);

  it('says who holds the key, and under which nonce', async () => {
    const proof = await signProof(header, claims);
    expect(verifyKeyProof(proof, options)).toEqual({ holder, key: publicKey, nonce: 'n-1' });
  });

  it('keeps the did:jwk that the wallet names, however its key is written', async () => {
    const { kty, crv, x, y } = publicJwk;
    const text = Buffer.from(JSON.stringify({ y, x, crv, kty, use: 'sig' })).toString('base64url');
    const did = `did:jwk:${text}`;
    const proof = await signProof({ ...header, jwk: undefined, kid: `${did}#0` }, claims);
    expect(did).not.toBe(holder);
    expect(verifyKeyProof(proof, options)).toMatchObject({ holder: did, key: parseDidJwk(holder) });
  });

  it.each([
    [now - 360, true],
    [now - 361, false],
    [now + 60, true],
    [now + 61, false],
  ])('made at %i: %s', async (iat, counts) => {
    const proof = await signProof(header, { ...claims, iat });
    const verify = () => verifyKeyProof(proof, options);
    if (counts) expect(verify().nonce).toBe('n-1');
    else expect(verify).toThrow(/iat/);
  });

  it('does not hold with any character of it changed', async () => {
    const proof = await signProof(header, claims);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    fc.assert(
      fc.property(fc.nat(proof.length - 1), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(proof[at] !== character);
        const altered = proof.slice(0, at) + character + proof.slice(at + 1);
        expect(() => verifyKeyProof(altered, options)).toThrow(
          expect.objectContaining({ code: 'ISSUANCE_REFUSED', details: { error: 'invalid_proof' } }),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('refuses whatever else it is given, as invalid_proof', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ minLength: 5 }).map((text) => `${text}.${text}.${text}`),
        ),
        (text) => {
          expect(() => verifyKeyProof(text, options)).toThrow(
            expect.objectContaining({ code: 'ISSUANCE_REFUSED', details: { error: 'invalid_proof' } }),
          );
        },
      ),
    );
  });
});
