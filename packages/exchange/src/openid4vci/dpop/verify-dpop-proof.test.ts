import { publicKeyFromJwk } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { holderJwk, signProof } from '../../testing/proofs.fixture.js';
import { accessTokenHash } from './access-token-hash.js';
import { jwkThumbprint } from './jwk-thumbprint.js';
import { verifyDpopProof } from './verify-dpop-proof.js';

const { d: _d, ...publicJwk } = holderJwk;

describe('jwkThumbprint', () => {
  it('is that of RFC 8037 appendix A.3', () => {
    const key = publicKeyFromJwk({
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    });
    expect(jwkThumbprint(key)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });
});

describe('accessTokenHash', () => {
  it('is that of RFC 9449 §7.1', () => {
    const token = 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU';
    expect(accessTokenHash(token)).toBe('fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo');
  });
});

describe('verifyDpopProof', () => {
  const now = 1_790_000_000;
  const url = 'https://aduana.example/openid4vci/credential';
  const options = { method: 'POST', url, now, maxAge: 300, accessToken: 'token' };
  const header = { alg: 'ES256', typ: 'dpop+jwt', jwk: publicJwk };
  const claims = { jti: 'j', htm: 'POST', htu: url, iat: now, ath: accessTokenHash('token') };

  it('names the key and the proof', async () => {
    const proof = await signProof(header, claims);
    expect(verifyDpopProof(proof, options)).toEqual({
      thumbprint: jwkThumbprint(publicKeyFromJwk(publicJwk)),
      jti: 'j',
    });
  });

  it.each([now - 360, now + 60])(
    'takes one that was made at %i, as far from now as clocks may differ',
    async (iat) => {
      const proof = await signProof(header, { ...claims, iat });
      expect(verifyDpopProof(proof, options)).toMatchObject({ jti: 'j' });
    },
  );

  it.each([
    ['htm', { htm: 'post' }],
    ['htu', { htu: `${url}/` }],
    ['htu', { htu: 17 }],
    ['ath', { ath: undefined }],
    ['iat', { iat: now - 361 }],
    ['iat', { iat: now + 61 }],
    ['jti', { jti: 'x'.repeat(513) }],
  ])('refuses another %s', async (member, changes) => {
    const proof = await signProof(header, { ...claims, ...changes });
    expect(() => verifyDpopProof(proof, options)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(member),
        details: { error: 'invalid_dpop_proof' },
      }),
    );
  });
});
