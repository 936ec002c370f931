import { didKeyDocument, parseDid } from '@eslabon/did';
import { describe, expect, it } from '@jest/globals';
import { withMultikeys } from './with-multikeys.js';

const did = 'did:ethr:0x1:0x00000000000000000000000000000000000000aa';
const p256 = '036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296';
const ed25519 = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const method = (type: string, material: object) => ({
  id: `${did}#delegate-1`,
  type,
  controller: did,
  ...material,
});
const converted = (type: string, material: object) =>
  withMultikeys({ id: did, verificationMethod: [method(type, material)] }).verificationMethod?.[0];

describe('withMultikeys', () => {
  it.each([
    ['P256', p256, 'zDna'],
    ['P256VerificationKey2018', p256, 'zDna'],
    ['Ed25519VerificationKey2018', ed25519, 'z6Mk'],
  ])('makes a Multikey of %s', (type, publicKeyHex, prefix) => {
    const found = converted(type, { publicKeyHex });
    expect(found).toEqual({
      ...{ id: `${did}#delegate-1`, type: 'Multikey', controller: did },
      publicKeyMultibase: expect.stringMatching(`^${prefix}`),
    });
    const text = String((found as unknown as { publicKeyMultibase: string }).publicKeyMultibase);
    expect(didKeyDocument(parseDid(`did:key:${text}`)).id).toBe(`did:key:${text}`);
  });

  it.each<[string, string, object]>([
    ['another type', 'EcdsaSecp256k1RecoveryMethod2020', { blockchainAccountId: 'eip155:1:0xaa' }],
    ['another encoding', 'Ed25519VerificationKey2018', { publicKeyBase58: 'x' }],
    ['another length', 'P256', { publicKeyHex: p256.slice(2) }],
    ['no hexadecimal', 'P256', { publicKeyHex: 'zz'.repeat(33) }],
  ])('leaves %s as it is', (_what, type, material) => {
    expect(converted(type, material)).toEqual(method(type, material));
  });

  it('leaves a document without methods as it is', () => {
    expect(withMultikeys({ id: did })).toEqual({ id: did });
  });
});
