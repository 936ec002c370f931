import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nativeSigner, nativeVerifySignature } from '../native/index.js';
import { joseTestKey } from '../testing/jose-keys.fixture.js';
import { joseAlgorithms, signatureBytes } from './jose-key.js';
import { joseKeyFromJwk } from './jose-key-from-jwk.js';
import { localSigner } from './local-signer.js';
import { publicKeyFromJwk } from './public-key-from-jwk.js';
import { publicKeyToJwk } from './public-key-to-jwk.js';
import { verifySignature } from './verify-signature.js';

const data = new TextEncoder().encode('eyJhbGciOiJFUzM4NCJ9.eyJhIjoxfQ');
const unsupported = expect.objectContaining({ code: 'KEY_UNSUPPORTED' });
const keys = joseAlgorithms.map((algorithm) => [algorithm, joseTestKey(algorithm)] as const);

describe.each(keys)('a key for %s', (algorithm, key) => {
  it('is read from the JWK that node:crypto writes, and written as it', () => {
    expect(key.publicKey.algorithm).toBe(algorithm);
    expect(joseKeyFromJwk({ ...key.publicJwk, alg: algorithm, use: 'sig', kid: 'x' })).toEqual(key.publicKey);
    expect(publicKeyToJwk(key.publicKey)).toEqual(key.publicJwk);
  });

  it('verifies what node:crypto signed, by both verifiers', async () => {
    const signature = await key.signer.sign(data);
    expect(signature).toHaveLength(signatureBytes[algorithm]);
    for (const verify of [verifySignature, nativeVerifySignature]) {
      expect(verify(key.publicKey, data, signature)).toBe(true);
    }
  });

  it('signs in memory what node:crypto verifies, by both signers', async () => {
    for (const signerOf of [localSigner, nativeSigner]) {
      const { publicKey, sign } = signerOf({ ...key.secretJwk, alg: algorithm });
      expect(publicKey).toEqual(key.publicKey);
      expect(nativeVerifySignature(publicKey, data, await sign(data))).toBe(true);
    }
  });

  it('has a secret part that is refused as a public key, and that of another is refused with it', () => {
    expect(() => joseKeyFromJwk(key.secretJwk)).toThrow(unsupported);
    const { d } = joseTestKey(algorithm).secretJwk;
    for (const signerOf of [localSigner, nativeSigner]) {
      for (const jwk of [{ ...key.secretJwk, d }, key.publicJwk, { ...key.secretJwk, d: 'AAAA' }, null]) {
        expect(() => signerOf(jwk)).toThrow(unsupported);
      }
    }
  });

  it('is refused where the JWK names another algorithm or lacks a coordinate', () => {
    const other = joseAlgorithms.find((name) => name !== algorithm);
    for (const change of [{ alg: other }, { x: undefined }, { use: 'enc' }, { kty: 'RSA' }]) {
      expect(() => joseKeyFromJwk({ ...key.publicJwk, ...change })).toThrow(unsupported);
    }
  });
});

it('authorities and holders do not sign with P-384 and P-521', () => {
  for (const algorithm of ['ES384', 'ES512'] as const) {
    expect(() => publicKeyFromJwk(joseTestKey(algorithm).publicJwk)).toThrow(unsupported);
  }
});

it('Ed448 and X25519 are no keys for signatures here', () => {
  for (const type of ['ed448', 'x25519'] as const) {
    const { publicKey } = generateKeyPairSync(type as 'ed448');
    expect(() => joseKeyFromJwk(publicKey.export({ format: 'jwk' }))).toThrow(unsupported);
  }
});

describe('the verifier of node:crypto', () => {
  it('answers what the one in plain JavaScript answers, of any bytes', async () => {
    const signed = await Promise.all(
      keys.map(async ([, key]) => ({ key: key.publicKey, signature: await key.signer.sign(data) })),
    );
    const change = fc.record({
      at: fc.nat(200),
      bit: fc.nat(7),
      part: fc.constantFrom('data', 'signature', 'key'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...signed), fc.option(change), ({ key, signature }, flip) => {
        const flipped = (bytes: Uint8Array, part: string): Uint8Array =>
          flip?.part === part
            ? bytes.map((byte, at) => (at === flip.at % bytes.length ? byte ^ (1 << flip.bit) : byte))
            : bytes;
        const changed = { ...key, bytes: flipped(key.bytes, 'key') };
        const answers = [verifySignature, nativeVerifySignature].map((verify) =>
          verify(changed, flipped(data, 'data'), flipped(signature, 'signature')),
        );
        expect(answers).toEqual([flip === null, flip === null]);
      }),
      { numRuns: 120 },
    );
  });

  it('refuses small-order Ed25519 keys, with which one signature fits many messages', () => {
    const identity = Uint8Array.from([1, ...new Array<number>(31).fill(0)]);
    const forged = Uint8Array.from([...identity, ...new Uint8Array(32)]);
    expect(nativeVerifySignature({ algorithm: 'EdDSA', bytes: identity }, data, forged)).toBe(false);
  });

  it('goes on past as many keys as it keeps', async () => {
    for (let at = 0; at < 520; at++) {
      const key = joseTestKey('EdDSA');
      expect(nativeVerifySignature(key.publicKey, data, await key.signer.sign(data))).toBe(true);
    }
  });
});
