import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { publicKeyFromJwk } from '../crypto/public-key-from-jwk.js';
import { didJwkOf } from './did-jwk-of.js';
import { formatDidJwk } from './format-did-jwk.js';
import { parseDidJwk } from './parse-did-jwk.js';

const kinds = [
  ['P-256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ['secp256k1', () => generateKeyPairSync('ec', { namedCurve: 'secp256k1' })],
  ['Ed25519', () => generateKeyPairSync('ed25519')],
] as const;

const refused = expect.objectContaining({ code: 'KEY_UNSUPPORTED' });

describe.each(kinds)('the did:jwk of a JWK of %s', (_, generate) => {
  it('is the one of its key, whatever else the JWK says and in whatever order', () => {
    for (let round = 0; round < 20; round++) {
      const jwk = generate().publicKey.export({ format: 'jwk' });
      const key = publicKeyFromJwk(jwk);
      const shuffled = { kid: 'a', ...Object.fromEntries(Object.entries(jwk).reverse()), use: 'sig' };
      expect(didJwkOf(shuffled)).toBe(formatDidJwk(key));
      expect(parseDidJwk(didJwkOf(jwk))).toEqual(key);
    }
  });

  it('is not made of coordinates that are no point of the curve, or have another text', () => {
    const jwk = generate().publicKey.export({ format: 'jwk' });
    const x = jwk.x as string;
    for (const wrong of [`${x}=`, x.slice(1), ` ${x}`, x.replace(/.$/, '!'), undefined]) {
      expect(() => didJwkOf({ ...jwk, x: wrong })).toThrow(refused);
    }
    expect(() => didJwkOf({ ...jwk, y: 'A'.repeat(43) })).toThrow(refused);
  });
});
