import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { errorCodeOf } from '@eslabon/core';
import { publicKeyToJwk } from '@eslabon/credentials';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Extension } from '@peculiar/x509';
import { publicKeyOf } from '../../platform/keys/public-key-of.js';
import { openSigningKey } from '../../platform/keys/signing-key.js';
import { selfSigned } from '../../testing/self-signed.js';
import { createTestAuthority, type TestAuthority } from '../../testing/test-authority.js';
import { readIssuerChain } from './read-issuer-chain.js';

const key = openSigningKey('Secp256r1', randomBytes(32));
const publicKey = createPublicKey({ key: { ...publicKeyToJwk(publicKeyOf(key)) }, format: 'jwk' });
const day = 86_400_000;
const now = new Date();
const at = (days: number) => new Date(now.getTime() + days * day);
const raw = (pem: string) => new X509Certificate(pem).raw.toString('base64');

let root: TestAuthority;
let middle: TestAuthority;
let leaf: string;

beforeAll(async () => {
  root = await createTestAuthority();
  middle = await root.found('Test intermediate');
  leaf = await middle.issue(publicKey);
});

const read = (...pems: string[]) => readIssuerChain(pems.join(''), key, now);
const otherKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;

describe('certificates of the key that signs SD-JWT VCs', () => {
  it('are sent leaf first, and without the root that the file may have', () => {
    const expected = { x5c: [raw(leaf), raw(middle.certificate)] };
    expect(read(leaf, middle.certificate)).toMatchObject(expected);
    expect(read(leaf, middle.certificate, root.certificate)).toMatchObject(expected);
    expect(read(`Leaf\n${leaf}`, `\n\nIntermediate\n${middle.certificate}`)).toMatchObject(expected);
  });

  it('are refused when the leaf signs itself', () => {
    const { certificate, key: pem } = selfSigned('authority.example');
    const { d = '' } = createPrivateKey(pem).export({ format: 'jwk' });
    const own = openSigningKey('Secp256r1', Buffer.from(d, 'base64url'));
    expect(() => readIssuerChain(certificate, own, now)).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining('signed by itself'),
      }),
    );
  });

  it('may be a leaf alone, right under a root', async () => {
    const direct = await root.issue(publicKey);
    expect(read(direct).x5c).toEqual([raw(direct)]);
    expect(read(direct, root.certificate).x5c).toEqual([raw(direct)]);
  });

  it('are good until the first of them expires, which is not always the leaf', async () => {
    const brief = await root.found('Brief', { until: at(10) });
    const under = await brief.issue(publicKey, { until: at(20) });
    expect(Math.abs(read(under, brief.certificate).expiresAt - at(10).getTime())).toBeLessThan(1000);
    expect(
      Math.abs(read(await root.issue(publicKey, { until: at(20) })).expiresAt - at(20).getTime()),
    ).toBeLessThan(1000);
  });

  const refusals: [string, () => Promise<string[]> | string[], string][] = [
    ['nothing in the file', () => ['nothing'], 'no certificate in the file'],
    [
      'what is no certificate',
      () => ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
      'cannot be read',
    ],
    [
      'a leaf of another key',
      async () => [await middle.issue(otherKey()), middle.certificate],
      'not of the key',
    ],
    [
      'a leaf on another curve',
      async () => [
        await middle.issue(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey),
        middle.certificate,
      ],
      'not of the key',
    ],
    ['the root first', () => [root.certificate, middle.certificate, leaf], 'not of the key'],
    ['an intermediate certificate missing', () => [leaf, root.certificate], 'not issued by the one after it'],
    [
      'the intermediate certificate twice',
      () => [leaf, middle.certificate, middle.certificate],
      'not issued by the one after it',
    ],
    [
      'an intermediate of the same name with another key',
      async () => [leaf, (await root.found('Test intermediate')).certificate],
      'not issued by the one after it',
    ],
    [
      'an intermediate that may not issue',
      async () => {
        const person = await root.found('Person', { ca: false });
        return [await person.issue(publicKey), person.certificate];
      },
      'not issued by the one after it',
    ],
    [
      'a leaf that has expired',
      async () => [await middle.issue(publicKey, { from: at(-9), until: at(-1) }), middle.certificate],
      'not valid now',
    ],
    [
      'a leaf that is not valid yet',
      async () => [await middle.issue(publicKey, { from: at(1) }), middle.certificate],
      'not valid now',
    ],
    [
      'an intermediate that has expired',
      async () => {
        const old = await root.found('Old', { from: at(-9), until: at(-1) });
        return [await old.issue(publicKey), old.certificate];
      },
      'not valid now',
    ],
    [
      'more than every copy can carry',
      async () => [
        await middle.issue(publicKey, {
          extensions: [new Extension('1.2.3.4', false, new Uint8Array(8000))],
        }),
        middle.certificate,
      ],
      'bytes',
    ],
  ];
  it.each(refusals)('are refused with %s', async (_what, chain, message) => {
    const pems = await chain();
    const failure = await Promise.resolve()
      .then(() => read(...pems))
      .catch((error: unknown) => error);
    expect(errorCodeOf(failure)).toBe('CONFIG_INVALID');
    expect(failure).toMatchObject({
      message: expect.stringContaining(message),
      hints: [expect.stringMatching(/\w{3}/), expect.stringContaining('docs/operations.md')],
    });
  });
});
