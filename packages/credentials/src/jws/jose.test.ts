import { describe, expect, it } from '@jest/globals';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { joseAlgorithms } from '../crypto/jose-key.js';
import { verifySignature } from '../crypto/verify-signature.js';
import { joseTestKey } from '../testing/jose-keys.fixture.js';
import { parseCompactJws } from './parse-compact-jws.js';
import { signCompactJws } from './sign-compact-jws.js';

/** jose has no secp256k1. */
const shared = joseAlgorithms.filter((algorithm) => algorithm !== 'ES256K');

describe.each(shared)('with %s', (algorithm) => {
  const key = joseTestKey(algorithm);

  it('jose verifies what we sign', async () => {
    const token = await signCompactJws({ alg: algorithm, kid: 'k', typ: 'x' }, { a: 'ñ' }, key.signer.sign);
    const { payload, protectedHeader } = await compactVerify(
      token,
      await importJWK(key.publicJwk, algorithm),
    );
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ a: 'ñ' });
    expect(protectedHeader).toEqual({ alg: algorithm, kid: 'k', typ: 'x' });
  });

  it('we verify what jose signs', async () => {
    const token = await new CompactSign(new TextEncoder().encode('{"a":"ñ"}'))
      .setProtectedHeader({ alg: algorithm, kid: 'k', typ: 'x' })
      .sign(await importJWK(key.secretJwk, algorithm));
    const { header, payload, signingInput, signature } = parseCompactJws(token, { algorithms: shared });
    expect({ header, payload }).toEqual({
      header: { alg: algorithm, kid: 'k', typ: 'x' },
      payload: { a: 'ñ' },
    });
    expect(verifySignature(key.publicKey, signingInput, signature)).toBe(true);
  });

  it('is accepted only where the caller says so', async () => {
    const token = await signCompactJws({ alg: algorithm }, {}, key.signer.sign);
    const algorithms = shared.filter((name) => name !== algorithm);
    expect(() => parseCompactJws(token, { algorithms })).toThrow(
      expect.objectContaining({ code: 'CREDENTIAL_ALGORITHM_UNSUPPORTED' }),
    );
  });
});
