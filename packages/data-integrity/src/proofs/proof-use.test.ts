import { base58btcEncode } from '@eslabon/credentials';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import type { JsonObject } from '../json/json-object.js';
import type { ProblemCode } from '../problems/problem-types.js';
import { credential2, now, signedBy, verifyOptions } from '../testing/documents.fixture.js';
import type { TestKey } from '../testing/keys.fixture.js';
import { createTestKey, resolveVerificationMethod } from '../testing/keys.fixture.js';
import { addProof } from './add-proof.js';
import { verifyProofs } from './verify-proofs.js';

describe('what a proof is for, and until when', () => {
  const suite = 'eddsa-jcs-2022';
  let key: TestKey;
  beforeAll(async () => {
    key = await createTestKey('EdDSA');
  });
  const secure = (more: object) => addProof(credential2(key.did), { suite, ...signedBy(key), ...more });

  it.each([
    ['a domain of several, in any order', ['b.example', 'a.example'], true],
    ['one domain of two', 'a.example', false],
    ['another domain', ['a.example', 'c.example'], false],
  ])('%s', async (_name, domain, verified) => {
    const secured = await secure({ domain: ['a.example', 'b.example'] });
    const result = await verifyProofs(secured, verifyOptions({ domain }));
    expect(result.verified).toBe(verified);
    if (!verified)
      expect(result.problems).toMatchObject([{ code: 'PROOF_DOMAIN', pointer: '/proof/domain' }]);
  });

  it('a wanted domain or challenge that the proof does not have', async () => {
    const secured = await secure({});
    expect(await verifyProofs(secured, verifyOptions({ domain: 'a', challenge: 'c' }))).toMatchObject({
      verified: false,
      problems: [{ code: 'PROOF_DOMAIN' }, { code: 'PROOF_CHALLENGE' }],
    });
  });

  it('an expired proof, to the second', async () => {
    const secured = await secure({ expires: '2026-11-22T12:05:00+00:00' });
    expect(await verifyProofs(secured, verifyOptions())).toMatchObject({
      verified: false,
      problems: [{ code: 'PROOF_EXPIRED', pointer: '/proof/expires' }],
    });
    const before = new Date(now.getTime() - 1);
    expect(await verifyProofs(secured, verifyOptions({ now: before }))).toMatchObject({ verified: true });
  });

  it('a suite that the caller does not take', async () => {
    const result = await verifyProofs(await secure({}), verifyOptions({ suites: ['eddsa-rdfc-2022'] }));
    expect(result).toMatchObject({ verified: false, problems: [{ code: 'PROOF_CRYPTOSUITE_UNKNOWN' }] });
  });

  it('a proof that another made with a created without offset is read as UTC', async () => {
    const local = { created: '2026-11-22T12:00:00', expires: '2026-11-22T12:05:00' };
    const members = { type: 'DataIntegrityProof', cryptosuite: suite, proofPurpose: 'assertionMethod' };
    const { verificationMethod } = key;
    const document = credential2(key.did);
    const proof = { '@context': document['@context'], ...members, verificationMethod, ...local };
    const hash = (value: JsonObject) => sha256(new TextEncoder().encode(canonicalize(value)));
    const signature = await key.signer.sign(Uint8Array.from([...hash(proof), ...hash(document)]));
    const secured = { ...document, proof: { ...proof, proofValue: `z${base58btcEncode(signature)}` } };
    const before = new Date('2026-11-22T12:04:59Z');
    expect(await verifyProofs(secured, verifyOptions({ now: before }))).toMatchObject({ verified: true });
    expect((await verifyProofs(secured, verifyOptions())).problems).toMatchObject([
      { code: 'PROOF_EXPIRED' },
    ]);
  });
});

describe('keys that may not be used', () => {
  let key: TestKey;
  let secured: JsonObject;
  beforeAll(async () => {
    key = await createTestKey('ES256');
    secured = await addProof(credential2(key.did), { suite: 'ecdsa-rdfc-2019', ...signedBy(key) });
  });
  const verifyAs = (more: JsonObject, purposes = ['assertionMethod']) =>
    verifyProofs(
      secured,
      verifyOptions({
        resolveVerificationMethod: async (id) => {
          const { method } = await resolveVerificationMethod(id);
          return { method: { ...method, ...more }, purposes };
        },
      }),
    );

  it.each<[string, JsonObject, ProblemCode]>([
    ['revoked', { revoked: '2026-11-22T12:05:00Z' }, 'METHOD_REVOKED'],
    ['revoked at a time that cannot be read', { revoked: 'yes' }, 'METHOD_REVOKED'],
    ['expired', { expires: '2026-11-22T12:04:59Z' }, 'METHOD_EXPIRED'],
    ['of an unknown type', { type: 'RsaVerificationKey2018' }, 'KEY_INVALID'],
    ['of a type that it does not fit', { type: 'Ed25519VerificationKey2020' }, 'KEY_INVALID'],
    [
      'off its curve',
      { publicKeyMultibase: 'zDnaer9zbep1pULZYnXnGpg2msjtR2xpKVidYCSgegqaSgf3P' },
      'KEY_INVALID',
    ],
    ['of another id', { id: 'did:key:z6Mk#z6Mk' }, 'METHOD_INVALID'],
    ['of nobody', { controller: undefined }, 'METHOD_INVALID'],
  ])('%s', async (_name, more, code) => {
    expect(await verifyAs(more)).toMatchObject({
      verified: false,
      proofs: [{ outcome: 'failed' }],
      problems: [{ code, pointer: '/proof/verificationMethod' }],
    });
  });

  it('that serve another purpose only', async () => {
    expect((await verifyAs({}, ['authentication', 'keyAgreement'])).problems).toMatchObject([
      { code: 'METHOD_PURPOSE' },
    ]);
  });

  it('revoked later: may be used until then', async () => {
    expect(await verifyAs({ revoked: '2026-11-22T12:05:01Z' })).toMatchObject({ verified: true });
  });

  it('that cannot be looked up leave the proof unresolved, not failed', async () => {
    const result = await verifyProofs(
      secured,
      verifyOptions({
        resolveVerificationMethod: () => Promise.reject(new Error('The chain does not answer.')),
      }),
    );
    expect(result).toMatchObject({
      verified: false,
      proofs: [{ outcome: 'unresolved' }],
      problems: [{ code: 'METHOD_UNRESOLVED', pointer: '/proof/verificationMethod' }],
    });
  });
});
