import type { Address, Hash, Hex } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDid } from '../syntax/parse-did.js';
import {
  address,
  bytes32,
  checksummed,
  did,
  events,
  hex,
  identity,
  methodsOf,
  network,
  nobody,
  other,
} from '../testing/ethr-events.js';
import { ethrDocument } from './ethr-document.js';
import type { EthrEvent } from './ethr-event.js';
import { parseEthrIdentity } from './parse-ethr-identity.js';

const documentOf = (history: EthrEvent[], now = 2_000) =>
  ethrDocument(identity, history, { now, isUntil: () => true });

describe('did:ethr without changes', () => {
  it('is controlled by its address', () => {
    expect(documentOf([])).toEqual({
      didDocument: {
        '@context': [
          'https://www.w3.org/ns/did/v1',
          'https://w3id.org/security/suites/secp256k1recovery-2020/v2',
          'https://w3id.org/security/v3-unstable',
        ],
        id: did,
        verificationMethod: [
          {
            id: `${did}#controller`,
            type: 'EcdsaSecp256k1RecoveryMethod2020',
            controller: did,
            blockchainAccountId: `eip155:648540:${checksummed}`,
          },
        ],
        authentication: [`${did}#controller`],
        assertionMethod: [`${did}#controller`],
      },
      didDocumentMetadata: {},
    });
  });

  it('of a public key has that key too, until somebody else owns it', () => {
    // The key of the secret 1, and its address.
    const key = '0x0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798';
    const keyDid = `did:ethr:0x9e55c:${key}`;
    const own = parseEthrIdentity(parseDid(keyDid), network);
    expect(own.address).toBe('0x7e5f4552091a69125d5dfcb7b8c2659029395bdf');
    const { didDocument } = ethrDocument(own, [], { now: 0, isUntil: () => true });
    expect(methodsOf(didDocument)).toEqual([
      {
        id: `${keyDid}#controllerKey`,
        type: 'EcdsaSecp256k1VerificationKey2019',
        controller: keyDid,
        publicKeyHex: key.slice(2),
      },
    ]);
    expect(didDocument.assertionMethod).toEqual([`${keyDid}#controller`, `${keyDid}#controllerKey`]);
    const sold = ethrDocument(own, events({ owner: other }), { now: 0, isUntil: () => true }).didDocument;
    expect(methodsOf(sold)).toEqual([]);
  });
});

describe('parseEthrIdentity', () => {
  it.each([
    [`did:ethr:0x9e55c:${checksummed}`, [did]],
    [`did:ethr:0x9e55c:0x${address.slice(2).toUpperCase()}`, [did]],
    [`did:ethr:lacchain:${address}`, [did]],
    [did, undefined],
  ])('reads %s, and names its other spelling', (text, equivalentId) => {
    const read = parseEthrIdentity(parseDid(text), { ...network, names: ['lacchain'] });
    expect(read).toMatchObject({ address, did: text });
    expect(ethrDocument(read, [], { now: 0, isUntil: () => true }).didDocumentMetadata.equivalentId).toEqual(
      equivalentId,
    );
  });

  it('reads a DID without a network on mainnet alone', () => {
    const text = parseDid(`did:ethr:${address}`);
    expect(parseEthrIdentity(text, { chainId: 1, names: ['mainnet'] }).chainId).toBe(1);
    expect(() => parseEthrIdentity(text, network)).toThrow(
      expect.objectContaining({ code: 'DID_METHOD_UNSUPPORTED' }),
    );
  });

  it.each([
    ['DID_METHOD_UNSUPPORTED', `did:ethr:0x9E55C:${address}`],
    ['DID_METHOD_UNSUPPORTED', `did:ethr:9e55c:${address}`],
    ['DID_INVALID', `did:ethr:0x9e55c:${checksummed.replace('F3', 'f3')}`],
    ['DID_INVALID', `did:ethr:0x9e55c:${address}00`],
    ['DID_INVALID', `did:ethr:0x9e55c:${address.slice(2)}`],
    ['DID_INVALID', `did:ethr:0x9e55c:0x05${'11'.repeat(32)}`],
    ['DID_INVALID', `did:ethr:0x9e55c:0x02${'ff'.repeat(32)}`],
    ['DID_INVALID', 'did:ethr:0x9e55c'],
  ])('answers %s to %s', (code, text) => {
    expect(() => parseEthrIdentity(parseDid(text), network)).toThrow(expect.objectContaining({ code }));
  });
});

describe('did:ethr with changes', () => {
  it('numbers keys in the order of their publication, those that are gone included', () => {
    const { didDocument } = documentOf(
      events(
        { type: 'veriKey', validTo: 1_500n },
        { type: 'unknown' },
        { name: 'did/pub/Ed25519/veriKey/hex', value: '0xaa' },
        { name: 'did/svc/Hub', value: hex('https://a.example') },
        { name: 'did/pub/X25519/enc/base64', value: '0xbb' },
        { type: 'sigAuth' },
      ),
    );
    expect(methodsOf(didDocument)).toEqual([
      { id: `${did}#delegate-3`, type: 'Ed25519VerificationKey2018', controller: did, publicKeyHex: 'aa' },
      {
        id: `${did}#delegate-4`,
        type: 'X25519KeyAgreementKey2019',
        controller: did,
        publicKeyBase64: 'uw==',
      },
      {
        id: `${did}#delegate-5`,
        type: 'EcdsaSecp256k1RecoveryMethod2020',
        controller: did,
        blockchainAccountId: `eip155:648540:${other}`,
      },
    ]);
    expect(didDocument.authentication).toEqual([`${did}#controller`, `${did}#delegate-5`]);
    expect(didDocument.assertionMethod).toEqual([
      `${did}#controller`,
      `${did}#delegate-3`,
      `${did}#delegate-5`,
    ]);
    expect(didDocument.keyAgreement).toEqual([`${did}#delegate-4`]);
    expect(didDocument.service).toEqual([
      { id: `${did}#service-1`, type: 'Hub', serviceEndpoint: 'https://a.example' },
    ]);
  });

  it('has what is valid until this very second, and not until the one before', () => {
    const history = events(
      { type: 'veriKey', validTo: 2_000n },
      { name: 'did/svc/Hub', value: hex('x'), validTo: 1_999n },
    );
    const { didDocument } = documentOf(history, 2_000);
    expect(methodsOf(didDocument).length).toBe(1);
    expect(didDocument.service).toBeUndefined();
    expect(methodsOf(documentOf(history, 2_001).didDocument)).toEqual([]);
  });

  it('is deactivated for ever once nobody owns it, although the contract lets its first key act again', () => {
    const history = events({ type: 'veriKey' }, { owner: nobody }, { owner: other }, { type: 'veriKey' });
    const { didDocument, didDocumentMetadata } = documentOf(history);
    expect(didDocument).toMatchObject({
      id: did,
      verificationMethod: [],
      authentication: [],
      assertionMethod: [],
    });
    expect(didDocumentMetadata).toEqual({
      deactivated: true,
      versionId: '11',
      updated: '1970-01-01T00:16:50Z',
    });
  });

  it('makes no version of what is no text: ERC-1056 may be used for other things', () => {
    const [first, second] = events({ type: 'veriKey' }, { name: '', value: '0x' });
    const binary = { ...(second as EthrEvent), name: `0x${'ff'.repeat(32)}` } as EthrEvent;
    const { didDocument, didDocumentMetadata } = documentOf([first as EthrEvent, binary]);
    expect(didDocumentMetadata.versionId).toBe('10');
    expect(methodsOf(didDocument).map(({ id }) => id)).toEqual([`${did}#delegate-1`]);
  });
});

describe('where ours differs from ethr-did-resolver 11', () => {
  it('a revoked encryption key is referred to no more', () => {
    const key = { name: 'did/pub/X25519/enc/hex', value: '0xaa' } as const;
    expect(documentOf(events(key)).didDocument.keyAgreement).toEqual([`${did}#delegate-1`]);
    expect(documentOf(events(key, { ...key, validTo: 0n })).didDocument.keyAgreement).toBeUndefined();
  });

  it('a type is the word that was published, also where JavaScript objects have a member of that name', () => {
    const { didDocument } = documentOf(
      events(
        { name: 'did/pub/con/structor/hex', value: '0x' },
        { name: 'did/pub/x/constructor', value: '0x' },
      ),
    );
    expect(methodsOf(didDocument).map(({ type }) => type)).toEqual(['con', 'x']);
  });

  it('values of more than 4,096 bytes, in base58 256, are counted and not shown', () => {
    const long = (bytes: number): Hex => `0x${'00'.repeat(bytes)}`;
    const { didDocument } = documentOf(
      events(
        { name: 'did/pub/Foo/veriKey/hex', value: long(4_097) },
        { name: 'did/pub/Foo/veriKey/hex', value: long(4_096) },
        { name: 'did/pub/Foo/veriKey/base58', value: long(257) },
        { name: 'did/pub/Foo/veriKey/base58', value: long(256) },
        { name: 'did/svc/Hub', value: long(4_097) },
        { name: 'did/svc/Hub', value: long(4_096) },
      ),
    );
    expect(methodsOf(didDocument).map(({ id }) => id)).toEqual([`${did}#delegate-2`, `${did}#delegate-4`]);
    expect(didDocument.service?.map(({ id }) => id)).toEqual([`${did}#service-2`]);
  });

  it('an endpoint of JSON that nests deeper than 32 levels is the text that it is', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    const [shallow, deep] = [nested(32), nested(33)].map(
      (text) =>
        documentOf(events({ name: 'did/svc/Hub', value: hex(text) })).didDocument.service?.[0]
          ?.serviceEndpoint,
    );
    expect(shallow).toEqual(JSON.parse(nested(32)));
    expect(deep).toBe(nested(33));
  });
});

describe('whatever is published', () => {
  const word = fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => Buffer.from(bytes).toString('hex'));
  const name = fc.oneof(
    word.map((text): Hash => `0x${text}`),
    fc
      .string({ maxLength: 10 })
      .map(
        (text) =>
          bytes32(Buffer.from(`did/pub/${text}`).subarray(0, 32).toString('latin1')).slice(0, 66) as Hash,
      ),
    fc
      .constantFrom('did/svc/Hub', 'did/pub/RSA/veriKey/pem', 'did/pub/A/enc/base58', 'did/pub/A/sigAuth')
      .map(bytes32),
  );
  const value = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map((text) => Buffer.from(text)),
  );
  const change = fc.record({
    kind: fc.constantFrom('owner', 'delegate', 'attribute'),
    owner: fc.constantFrom(other, nobody, address as Address),
    delegate: fc.constantFrom(other, nobody, address as Address),
    delegateType: name,
    name,
    value: value.map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`),
    validTo: fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), fc.constantFrom(0n, 2_000n)),
  });

  it('makes a document that can be written, whose references lead to its methods', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const history = changes.map((each, at) => ({
          ...each,
          blockNumber: at + 1,
          timestamp: 100 * at,
          previousChange: at,
        })) as EthrEvent[];
        const { didDocument } = documentOf(history);
        expect(JSON.parse(JSON.stringify(didDocument))).toEqual(didDocument);
        const ids = (didDocument.verificationMethod ?? []).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const use of ['authentication', 'assertionMethod', 'keyAgreement'] as const) {
          for (const reference of didDocument[use] ?? []) expect(ids).toContain(reference);
        }
      }),
      { numRuns: 500 },
    );
  });
});
