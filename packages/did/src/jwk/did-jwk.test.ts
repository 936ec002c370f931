import { generateKeyPairSync } from 'node:crypto';
import { hostileCopies } from '@eslabon/core/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDid } from '../syntax/parse-did.js';
import { didJwkDocument } from './did-jwk-document.js';

const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const document = (jwk: unknown) => didJwkDocument(parseDid(`did:jwk:${encode(jwk)}`));

const curve = (namedCurve: string) =>
  generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' });
const p256 = curve('P-256');

describe('did:jwk', () => {
  it('is refused with a code where a member cannot be turned into text', () => {
    for (const { copy } of hostileCopies(p256)) {
      expect(() => document(copy)).toThrow(expect.objectContaining({ code: 'DID_INVALID' }));
    }
  });

  it('gives the document of the first example of its specification', () => {
    const did =
      'did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9';
    const method = `${did}#0`;
    expect(didJwkDocument(parseDid(did))).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
      id: did,
      verificationMethod: [
        {
          id: method,
          type: 'JsonWebKey2020',
          controller: did,
          publicKeyJwk: {
            crv: 'P-256',
            kty: 'EC',
            x: 'acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0',
            y: '_KcyLj9vWMptnmKtm46GqDz8wf74I5LKgrl2GzH3nSE',
          },
        },
      ],
      assertionMethod: [method],
      authentication: [method],
      capabilityInvocation: [method],
      capabilityDelegation: [method],
      keyAgreement: [method],
    });
  });

  it('of an encryption key is for key agreement alone, as the second example has it', () => {
    const did =
      'did:jwk:eyJrdHkiOiJPS1AiLCJjcnYiOiJYMjU1MTkiLCJ1c2UiOiJlbmMiLCJ4IjoiM3A3YmZYdDl3YlRUVzJIQzdPUTFOei1EUThoYmVHZE5yZngtRkctSUswOCJ9';
    const { keyAgreement, ...members } = didJwkDocument(parseDid(did));
    expect(keyAgreement).toEqual([`${did}#0`]);
    expect(Object.keys(members).sort()).toEqual(['@context', 'id', 'verificationMethod']);
  });

  it('of a key for signatures is not for key agreement', () => {
    expect(Object.keys(document({ ...p256, use: 'sig' }))).not.toContain('keyAgreement');
  });

  it.each(['P-256', 'P-384', 'P-521', 'secp256k1'])('takes keys of %s', (name) => {
    const jwk = curve(name);
    expect(document(jwk).verificationMethod?.[0]?.publicKeyJwk).toEqual(jwk);
  });

  it.each(['ed25519', 'x25519'] as const)('takes keys of %s', (name) => {
    const jwk = generateKeyPairSync(name as 'ed25519').publicKey.export({ format: 'jwk' });
    expect(document(jwk).verificationMethod?.[0]?.publicKeyJwk).toEqual(jwk);
  });

  it('takes RSA keys of 2048 bits, and leaves further members alone', () => {
    const jwk = {
      ...generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }),
      kid: 'a',
    };
    expect(document(jwk).verificationMethod?.[0]?.publicKeyJwk).toEqual(jwk);
  });

  const privateKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
  it.each([
    ['a private key', privateKey],
    ['a private member that is null', { ...p256, d: null }],
    ['a secret key', { kty: 'oct', k: 'AAAA' }],
    ['a point that is not on the curve', { ...p256, y: p256.x }],
    ['a curve that the point is not of', { ...p256, crv: 'secp256k1' }],
    ['a coordinate that is too short', { ...p256, x: 'AAAA' }],
    ['a coordinate with padding', { ...p256, x: `${p256.x}=` }],
    ['an unknown curve', { ...p256, crv: 'P-192' }],
    ['no kty', { crv: 'P-256' }],
    ['an unknown kty', { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AAAA' }],
    ['an unknown use', { ...p256, use: 'both' }],
    ['an RSA key of 1024 bits', small],
    ['an Ed25519 key with y', { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), y: 'A'.repeat(43) }],
    ['an array', [p256]],
    ['a text', '"text"'],
    ['no JSON', '{'],
    ['a member twice', '{"kty":"EC","kty":"OKP"}'],
    ['no UTF-8', Buffer.from([0xff]).toString('latin1')],
    ['deep nesting', '['.repeat(400) + ']'.repeat(400)],
  ])('refuses %s', (_, jwk) => {
    expect(() => document(jwk)).toThrow(expect.objectContaining({ code: 'DID_INVALID' }));
  });

  it.each([`${encode(p256)}=`, encode(p256).slice(0, -1), `${encode(p256)}:a`, `%41${encode(p256)}`, 'A'])(
    'refuses what is not base64url: %s',
    (id) => {
      expect(() => didJwkDocument(parseDid(`did:jwk:${id}`))).toThrow(
        expect.objectContaining({ code: 'DID_INVALID' }),
      );
    },
  );

  it('reads any JSON or refuses it with a code', () => {
    const jwk = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          kty: fc.constantFrom('EC', 'OKP', 'RSA', 'oct', 1, null),
          crv: fc.constantFrom('P-256', 'Ed25519', 'X25519', 'constructor', '__proto__', 3),
          x: fc.oneof(fc.base64String(), fc.constant('A'.repeat(43)), fc.jsonValue()),
          y: fc.oneof(fc.base64String(), fc.constant('A'.repeat(43)), fc.jsonValue()),
          n: fc.oneof(fc.base64String({ maxLength: 700 }), fc.jsonValue()),
          e: fc.constantFrom('AQAB', '', 3),
          use: fc.constantFrom('sig', 'enc', {}, undefined),
        },
        { requiredKeys: ['kty'] },
      ),
    );
    fc.assert(
      fc.property(jwk, (value) => {
        const text = encode(JSON.stringify(value));
        fc.pre(text.length > 0 && text.length < 2000);
        try {
          didJwkDocument(parseDid(`did:jwk:${text}`));
        } catch (error) {
          expect(error).toMatchObject({ code: 'DID_INVALID' });
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
