import { generateKeyPairSync } from 'node:crypto';
import { base64urlDecode, formatMultikey } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import { createTestKey } from '../testing/keys.fixture.js';
import { readMethodKey } from './read-method-key.js';
import { readMultikey } from './read-multikey.js';
import { suiteAlgorithms } from './suite-key.js';

const jwkOf = (algorithm: string): JsonObject => {
  const { publicKey } =
    algorithm === 'EdDSA'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: algorithm === 'ES256' ? 'P-256' : 'P-384' });
  return publicKey.export({ format: 'jwk' }) as JsonObject;
};
const asJwk = (publicKeyJwk: unknown, type = 'JsonWebKey') => readMethodKey({ type, publicKeyJwk });

describe.each(suiteAlgorithms)('%s', (algorithm) => {
  it('the multikey of the independent library', async () => {
    const { publicKeyMultibase } = await createTestKey(algorithm);
    expect(readMethodKey({ type: 'Multikey', publicKeyMultibase })).toMatchObject({ algorithm });
  });

  it('the JWK of Node, whose coordinates are those of the key', () => {
    const jwk = jwkOf(algorithm);
    const key = asJwk(jwk);
    expect(key?.algorithm).toBe(algorithm);
    const x = base64urlDecode(jwk.x as string);
    expect(key?.bytes.subarray(algorithm === 'EdDSA' ? 0 : 1)).toEqual(x);
  });

  it.each([
    ['a private part', { d: 'AA' }],
    ['another use', { use: 'enc' }],
    ['another algorithm', { alg: 'RS256' }],
    ['another key type', { kty: 'RSA' }],
    ['another curve', { crv: 'secp256k1' }],
    ['a curve that every object has', { crv: 'constructor' }],
    ['a coordinate of another length', { x: 'AAAA' }],
    ['a coordinate that is no base64url', { x: '*'.repeat(43) }],
    ['no coordinate', { x: undefined }],
    ['another y', { y: 'A'.repeat(algorithm === 'ES384' ? 64 : 43) }],
  ])('a JWK with %s is none', (_name, more) => {
    expect(asJwk({ ...jwkOf(algorithm), ...more })).toBeUndefined();
  });
});

describe('keys that are not taken', () => {
  it.each([
    ['a JWK that is no object', { type: 'JsonWebKey', publicKeyJwk: 'eyJ' }],
    ['no key', { type: 'Multikey' }],
    ['a type that every object has', { type: 'constructor', publicKeyMultibase: 'z6Mk' }],
    ['no type', { publicKeyMultibase: 'z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7' }],
    [
      'a list of types',
      { type: ['Multikey'], publicKeyMultibase: 'z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7' },
    ],
  ])('%s', (_name, method) => {
    expect(readMethodKey(method as JsonObject)).toBeUndefined();
  });

  it('secp256k1, which no suite has', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    const jwk = publicKey.export({ format: 'jwk' });
    expect(asJwk(jwk)).toBeUndefined();
    const x = base64urlDecode(jwk.x as string);
    const compressed = Uint8Array.from([2 + ((base64urlDecode(jwk.y as string).at(-1) as number) & 1), ...x]);
    expect(readMultikey(formatMultikey({ algorithm: 'ES256K', bytes: compressed }))).toBeUndefined();
  });

  it.each([
    ['another base', 'u7QEB'],
    ['no base58', 'z0OIl'],
    ['a byte too many', formatMultikey({ algorithm: 'EdDSA', bytes: new Uint8Array(33).fill(9) })],
    ['too long', `z${'1'.repeat(80)}`],
  ])('a multikey of %s', (_name, text) => {
    expect(readMultikey(text)).toBeUndefined();
  });
});
