import { Buffer } from 'node:buffer';
import { createDecipheriv, createECDH, createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CompactEncrypt, importJWK } from 'jose';
import { decryptAnswer } from './decrypt-answer.js';
import { readSealedAnswer } from './read-sealed-answer.js';
import type { OpenAnswer } from './sealed-answer.js';

type Json = Record<string, unknown>;

const own = createECDH('prime256v1');
own.generateKeys();
const [x, y] = [own.getPublicKey().subarray(1, 33), own.getPublicKey().subarray(33)];
const jwk = { kty: 'EC', crv: 'P-256', x: x.toString('base64url'), y: y.toString('base64url') };

/** ECDH, Concat KDF and AES-GCM as RFC 7518 writes them down. */
const open: OpenAnswer = ({ encryption, ephemeral, otherInfo, iv, ciphertext, tag, additional }) => {
  const secret = own.computeSecret(ephemeral);
  const derived = createHash('sha256')
    .update(Uint8Array.of(0, 0, 0, 1))
    .update(secret)
    .update(otherInfo)
    .digest();
  const bits = encryption === 'A128GCM' ? 128 : 256;
  const decipher = createDecipheriv(`aes-${bits}-gcm` as 'aes-128-gcm', derived.subarray(0, bits / 8), iv);
  decipher.setAAD(additional).setAuthTag(tag);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
};

async function encrypt(text: string | Uint8Array, header: Json = {}, parties: Json = {}): Promise<string> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const jwe = new CompactEncrypt(bytes).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM', ...header });
  if (Object.keys(parties).length > 0) jwe.setKeyManagementParameters(parties);
  return jwe.encrypt(await importJWK(jwk, 'ECDH-ES'));
}

const answer = { state: 's', vp_token: { certificate: ['x~y'] } };
let good = '';

beforeAll(async () => {
  good = await encrypt(JSON.stringify(answer));
});

const refusedWith = (code: string) =>
  expect.objectContaining({
    code: 'PRESENTATION_REFUSED',
    details: expect.objectContaining({ error: 'invalid_request', code }),
  });
const notDecryptable = refusedWith('ANSWER_NOT_DECRYPTABLE');
const malformed = refusedWith('ANSWER_MALFORMED');

const headerOf = (jwe: string): Json =>
  JSON.parse(Buffer.from(jwe.split('.')[0] as string, 'base64url').toString()) as Json;

function withPart(at: number, part: string, jwe = good): string {
  return jwe
    .split('.')
    .map((each, index) => (index === at ? part : each))
    .join('.');
}

function withHeader(header: unknown): string {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  return withPart(0, Buffer.from(text).toString('base64url'));
}

describe('decryptAnswer', () => {
  it('reads what jose encrypted, by both ciphers, and with the names of the parties', async () => {
    expect(decryptAnswer(good, open)).toEqual(answer);
    expect(decryptAnswer(await encrypt(JSON.stringify(answer), { enc: 'A256GCM' }), open)).toEqual(answer);
    const bytes = (text: string) => new TextEncoder().encode(text);
    for (const parties of [{ apu: bytes('Alice'), apv: bytes('Bob') }, { apv: bytes('Bob') }]) {
      expect(decryptAnswer(await encrypt(JSON.stringify(answer), {}, parties), open)).toEqual(answer);
    }
  });

  it('reads whatever JSON was encrypted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const sent = { state: text };
        expect(decryptAnswer(await encrypt(JSON.stringify(sent)), open)).toEqual(sent);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses what does not have five parts, and a key that was sent along', () => {
    const [header, , iv, text, tag] = good.split('.');
    for (const jwe of [
      ...['', '.', '....', 'a.b.c.d.e'],
      [header, '', iv, text].join('.'),
      `${good}.`,
      `${good}.x`,
      withPart(1, 'AAAA'),
      withPart(2, ''),
      withPart(4, ''),
      [header, iv, text, tag].join('.'),
    ]) {
      expect(() => decryptAnswer(jwe, open)).toThrow(notDecryptable);
    }
  });

  it.each<[string, Json | string]>([
    ['another algorithm', { alg: 'ECDH-ES+A128KW' }],
    ['no algorithm', { alg: undefined }],
    ['another encryption', { enc: 'A192GCM' }],
    ['CBC', { enc: 'A128CBC-HS256' }],
    ['a name of every object as encryption', { enc: 'toString' }],
    ['compression', { zip: 'DEF' }],
    ['compression by null', { zip: null }],
    ['extensions', { crit: ['exp'], exp: 1 }],
    ['no extensions that are critical', { crit: [] }],
    ['no key', { epk: undefined }],
    ['a key that is no object', { epk: 'x' }],
    ['a key that is a list', { epk: [] }],
    ['party that is no text', { apu: 1 }],
    ['party that is not base64url', { apv: 'a b' }],
    ['the same party twice', { apu: 'QQ', apv: 'QQ' }],
    ['text', 'text'],
    ['a list', '[]'],
    ['null', 'null'],
    ['an algorithm given twice', '{"alg":"dir","alg":"ECDH-ES"}'],
  ])('refuses a header with %s before the key is used', (_what, changes) => {
    const jwe = withHeader(typeof changes === 'string' ? changes : { ...headerOf(good), ...changes });
    const unused: OpenAnswer = () => {
      throw new Error('The key was used.');
    };
    expect(() => readSealedAnswer(jwe)).toThrow();
    expect(() => decryptAnswer(jwe, unused)).toThrow(notDecryptable);
  });

  it.each<[string, Json]>([
    ['another curve', { crv: 'P-384' }],
    ['another kind', { kty: 'OKP' }],
    ['no y', { y: undefined }],
    ['a short x', { x: 'AA' }],
    ['a long x', { x: Buffer.alloc(33).toString('base64url') }],
    ['padding', { x: `${Buffer.alloc(32, 7).toString('base64url')}=` }],
    ['a secret', { d: 'AA' }],
    ['a secret of another kind', { k: 'AA' }],
  ])('refuses an ephemeral key with %s', (_what, changes) => {
    const header = headerOf(good);
    const jwe = withHeader({ ...header, epk: { ...(header.epk as Json), ...changes } });
    expect(() => readSealedAnswer(jwe)).toThrow();
    expect(() => decryptAnswer(jwe, open)).toThrow(notDecryptable);
  });

  it('refuses an initialization vector or tag of another length', () => {
    for (const part of [2, 4]) {
      for (const length of [0, 11, 13, 15, 17]) {
        const jwe = withPart(part, Buffer.alloc(length).toString('base64url'));
        expect(() => readSealedAnswer(jwe)).toThrow(TypeError);
        expect(() => decryptAnswer(jwe, open)).toThrow(notDecryptable);
      }
    }
  });

  it('any character changed: refused', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(good[at] !== character);
        const altered = good.slice(0, at) + character + good.slice(at + 1);
        expect(() => decryptAnswer(altered, open)).toThrow(notDecryptable);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what is not UTF-8, no JSON, no object, and what two readers may read differently', async () => {
    expect(() => decryptAnswer('', open)).toThrow(notDecryptable);
    const latin = await encrypt(Uint8Array.of(0x7b, 0xff, 0x7d));
    expect(() => decryptAnswer(latin, open)).toThrow(notDecryptable);
    for (const text of ['', 'text', '[]', 'null', '1', '{"a":1,"a":2}', '{"__proto__":{}}']) {
      const jwe = await encrypt(text);
      expect(() => decryptAnswer(jwe, open)).toThrow(malformed);
    }
    expect(decryptAnswer(good, open)).toEqual(answer);
  });
});

it('what the key of the content is derived from is that of RFC 7518 appendix C', () => {
  const epk = {
    ...{ kty: 'EC', crv: 'P-256' },
    x: 'gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0',
    y: 'SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps',
  };
  const header = { alg: 'ECDH-ES', enc: 'A128GCM', apu: 'QWxpY2U', apv: 'Qm9i', epk };
  const { otherInfo, ephemeral } = readSealedAnswer(withHeader(header));
  expect(Buffer.from(otherInfo).toString('latin1')).toBe(
    '\0\0\0\x07A128GCM\0\0\0\x05Alice\0\0\0\x03Bob\0\0\0\x80',
  );
  const bob = createECDH('prime256v1');
  bob.setPrivateKey('VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw', 'base64url');
  const secret = bob.computeSecret(ephemeral);
  const derived = createHash('sha256')
    .update(Uint8Array.of(0, 0, 0, 1))
    .update(secret)
    .update(otherInfo)
    .digest();
  expect(derived.subarray(0, 16).toString('base64url')).toBe('VqqN6vgjbSBcIijNcacQGg');
});
