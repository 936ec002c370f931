import { describe, expect, it } from '@jest/globals';
import { formatDidJwk } from '../did-jwk/format-did-jwk.js';
import { parseDidJwk } from '../did-jwk/parse-did-jwk.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import { testKey } from '../testing/keys.fixture.js';
import { signatureAlgorithms } from './public-key.js';
import { publicKeyFromJwk } from './public-key-from-jwk.js';
import { publicKeyToJwk } from './public-key-to-jwk.js';

const encode = (value: unknown): string => base64urlEncode(new TextEncoder().encode(JSON.stringify(value)));

describe('public JWK', () => {
  it.each(signatureAlgorithms)('writes a %s key as node:crypto does, and reads it back', (algorithm) => {
    const { publicKey, publicJwk } = testKey(algorithm);
    expect(publicKeyToJwk(publicKey)).toEqual(publicJwk);
    expect(publicKeyFromJwk({ ...publicJwk, alg: algorithm, use: 'sig', kid: 'x' })).toEqual(publicKey);
  });

  it('does not write bytes that are no key', () => {
    expect(() => publicKeyToJwk({ algorithm: 'ES256', bytes: new Uint8Array(33) })).toThrow(
      expect.objectContaining({ code: 'KEY_UNSUPPORTED' }),
    );
  });

  const { publicJwk: p256, privateKey } = testKey('ES256');
  const { publicJwk: ed25519 } = testKey('EdDSA');
  const other = testKey('ES256').publicJwk;
  it.each([
    ['null', null],
    ['a string', 'jwk'],
    ['a private key', privateKey.export({ format: 'jwk' })],
    ['an unknown curve', { ...p256, crv: 'P-384' }],
    ['a key type that is not the curve’s', { ...p256, kty: 'OKP' }],
    ['an algorithm of another curve', { ...p256, alg: 'ES256K' }],
    ['a key for encryption', { ...p256, use: 'enc' }],
    ['no y', { ...p256, y: undefined }],
    ['a y of another point', { ...p256, y: other.y }],
    ['a short x', { ...p256, x: (p256.x as string).slice(0, 42) }],
    ['padding', { ...p256, x: `${(p256.x as string).slice(0, 42)}=` }],
    ['a point of another curve', { ...p256, crv: 'secp256k1' }],
    ['Ed25519 with y', { ...ed25519, y: p256.y }],
    ['Ed25519 that is no point', { ...ed25519, x: base64urlEncode(new Uint8Array(32).fill(0xff)) }],
  ])('refuses %s', (_what, jwk) => {
    expect(() => publicKeyFromJwk(jwk)).toThrow(expect.objectContaining({ code: 'KEY_UNSUPPORTED' }));
  });
});

describe('did:jwk', () => {
  it.each(signatureAlgorithms)('holds a %s key', (algorithm) => {
    const { publicKey } = testKey(algorithm);
    expect(parseDidJwk(formatDidJwk(publicKey))).toEqual(publicKey);
  });

  const { publicJwk } = testKey('ES256');
  it.each([
    ['another method', 'did:key:z6Mk', 'DID_INVALID'],
    ['a DID URL', `did:jwk:${encode(publicJwk)}#0`, 'DID_INVALID'],
    ['nothing', 'did:jwk:', 'DID_INVALID'],
    ['no JSON', `did:jwk:${base64urlEncode(new Uint8Array([1, 2, 3]))}`, 'DID_INVALID'],
    [
      'a repeated member',
      `did:jwk:${base64urlEncode(new TextEncoder().encode('{"x":"a","x":"b"}'))}`,
      'DID_INVALID',
    ],
    ['a very long identifier', `did:jwk:${'A'.repeat(4096)}`, 'DID_INVALID'],
    ['an RSA key', `did:jwk:${encode({ kty: 'RSA', n: 'AQAB', e: 'AQAB' })}`, 'KEY_UNSUPPORTED'],
  ])('refuses %s', (_what, did, code) => {
    expect(() => parseDidJwk(did)).toThrow(expect.objectContaining({ code }));
  });
});
