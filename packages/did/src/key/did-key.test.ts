import { driver } from '@digitalbazaar/did-method-key';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { EslabonError } from '@eslabon/core';
import { base58btcEncode } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import fc from 'fast-check';
import { decodeMultikeyText } from '../keys/decode-multikey-text.js';
import { encodeMultikeyText } from '../keys/encode-multikey-text.js';
import { type MultikeyType, multikeyFacts } from '../keys/multikey-types.js';
import { parseDid } from '../syntax/parse-did.js';
import { createKeyMethod } from './create-key-method.js';
import { didKeyDocument } from './did-key-document.js';

const document = (did: string) => didKeyDocument(parseDid(did));

/** A key of each type, and how its DIDs begin (did:key §2.1). */
const samples: [MultikeyType, string, Uint8Array][] = [
  ['Ed25519', 'z6Mk', ed25519.getPublicKey(new Uint8Array(32).fill(7))],
  ['X25519', 'z6LS', x25519.getPublicKey(new Uint8Array(32).fill(7))],
  ['P-256', 'zDn', p256.getPublicKey(new Uint8Array(32).fill(7), true)],
  ['P-384', 'z82', p384.getPublicKey(new Uint8Array(48).fill(7), true)],
  ['secp256k1', 'zQ3s', secp256k1.getPublicKey(new Uint8Array(32).fill(7), true)],
];
const signing = samples.filter(([type]) => type !== 'X25519');
/** Digital Bazaar has no suite of secp256k1. */
const theirs = signing.filter(([type]) => type !== 'secp256k1');

describe('did:key', () => {
  it.each(signing)('of %s is a Multikey for every purpose but key agreement', (type, head, bytes) => {
    const id = encodeMultikeyText({ type, bytes });
    expect(id.startsWith(head)).toBe(true);
    const did = `did:key:${id}`;
    const method = `${did}#${id}`;
    expect(document(did)).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: did,
      verificationMethod: [{ id: method, type: 'Multikey', controller: did, publicKeyMultibase: id }],
      authentication: [method],
      assertionMethod: [method],
      capabilityInvocation: [method],
      capabilityDelegation: [method],
    });
  });

  it('of X25519 is a Multikey for key agreement alone', () => {
    const [, head, bytes] = samples[1] as (typeof samples)[number];
    const id = encodeMultikeyText({ type: 'X25519', bytes });
    expect(id.startsWith(head)).toBe(true);
    const { '@context': _, ...members } = document(`did:key:${id}`);
    expect(members).toEqual({
      id: `did:key:${id}`,
      verificationMethod: [
        { id: `did:key:${id}#${id}`, type: 'Multikey', controller: `did:key:${id}`, publicKeyMultibase: id },
      ],
      keyAgreement: [`did:key:${id}#${id}`],
    });
  });

  it.each([
    'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
    'z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc',
    'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv',
    'z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54',
    'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme',
  ])('reads the published example %s', (id) => {
    expect(document(`did:key:${id}`).id).toBe(`did:key:${id}`);
  });

  it.each(theirs)('of %s is what the driver of Digital Bazaar makes of it', async (type, _, bytes) => {
    const id = encodeMultikeyText({ type, bytes });
    const fromMultibase = (type === 'Ed25519' ? Ed25519Multikey : EcdsaMultikey).from;
    const didKeyDriver = driver();
    didKeyDriver.use({ multibaseMultikeyHeader: id.slice(0, 4), fromMultibase });
    expect(document(`did:key:${id}`)).toEqual(await didKeyDriver.get({ did: `did:key:${id}` }));
  });

  it.each(theirs)('of %s gives a key that the suites of Digital Bazaar take', async (type, _, bytes) => {
    const [method] = document(`did:key:${encodeMultikeyText({ type, bytes })}`).verificationMethod ?? [];
    const key = await (type === 'Ed25519' ? Ed25519Multikey : EcdsaMultikey).from(method);
    expect((await key.export({ publicKey: true })).publicKeyMultibase).toBe(method?.publicKeyMultibase);
  });

  it.each([
    ['no multibase', 'abc'],
    ['another multibase', 'u7QEnhbZmJjMRL5mYEmx6fsLvmIL3G8QYaAPuOdbg2ZOUlg'],
    ['a character that base58 lacks', 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2do0'],
    ['a byte too few', `z${base58btcEncode(Uint8Array.from([0xed, 1, ...new Uint8Array(31)]))}`],
    ['a byte too many', `z${base58btcEncode(Uint8Array.from([0xed, 1, ...(samples[0]?.[2] ?? []), 0]))}`],
    ['leading zeros', `z1${base58btcEncode(Uint8Array.from([0xed, 1, ...(samples[0]?.[2] ?? [])]))}`],
    [
      'a point that is not on its curve',
      `z${base58btcEncode(Uint8Array.from([0x80, 0x24, 2, ...new Uint8Array(32).fill(255)]))}`,
    ],
    [
      'an uncompressed point',
      `z${base58btcEncode(Uint8Array.from([0x80, 0x24, ...p256.getPublicKey(new Uint8Array(32).fill(7), false)]))}`,
    ],
    [
      'an X25519 key of small order',
      `z${base58btcEncode(Uint8Array.from([0xec, 1, ...new Uint8Array(32)]))}`,
    ],
    ['no key at all', 'z'],
    ['a version', 'z6Mk:1'],
  ])('refuses %s', (_, id) => {
    expect(() => document(`did:key:${id}`)).toThrow(expect.objectContaining({ code: 'DID_INVALID' }));
  });

  it.each(['eb01', '8524', '8224', 'd1d6'])('says that keys of multicodec 0x%s are not read', (prefix) => {
    const id = `z${base58btcEncode(Buffer.from(prefix.padEnd(200, '5'), 'hex'))}`;
    expect(() => document(`did:key:${id}`)).toThrow(
      expect.objectContaining({ code: 'DID_FEATURE_UNSUPPORTED' }),
    );
  });

  it('has one text for a key: reading and writing are each other’s inverse', () => {
    const key = fc.constantFrom(...samples);
    fc.assert(
      fc.property(key, fc.uint8Array({ minLength: 32, maxLength: 32 }), ([type], seed) => {
        const bytes = type.includes('25519')
          ? Uint8Array.from(seed)
          : Uint8Array.from([2, ...seed, ...(type === 'P-384' ? seed.slice(16) : [])]);
        fc.pre(multikeyFacts[type].isKey(bytes));
        expect(decodeMultikeyText(encodeMultikeyText({ type, bytes }))).toEqual({ type, bytes });
      }),
    );
  });

  it('reads anything or refuses it with a code', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.uint8Array({ maxLength: 60 }).map((bytes) => `z${base58btcEncode(bytes)}`),
        ),
        (text) => {
          try {
            decodeMultikeyText(text);
          } catch (error) {
            expect(error).toBeInstanceOf(EslabonError);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('is the same at any instant, and has no versions', async () => {
    const did = parseDid(
      `did:key:${encodeMultikeyText({ type: 'Ed25519', bytes: samples[0]?.[2] as Uint8Array })}`,
    );
    const method = createKeyMethod();
    const now = await method.resolve(did, { kind: 'latest' });
    expect(await method.resolve(did, { kind: 'time', instant: 0 })).toEqual(now);
    await expect(method.resolve(did, { kind: 'id', versionId: '1' })).rejects.toMatchObject({
      code: 'DID_FEATURE_UNSUPPORTED',
    });
  });
});
