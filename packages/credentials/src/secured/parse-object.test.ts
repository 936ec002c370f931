import { describe, expect, it } from '@jest/globals';
import { credential, issuerDid } from '../testing/credential.fixture.js';
import { testKey } from '../testing/keys.fixture.js';
import { decodedForm, vc11Token, vcToken } from '../testing/tokens.fixture.js';
import { parseSecured } from './parse-secured.js';

const key = testKey('ES256');
const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });

describe('an object', () => {
  const enveloped = (jwt: string, changes: object = {}) => ({
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:application/vc+jwt,${jwt}`,
    type: 'EnvelopedVerifiableCredential',
    ...changes,
  });

  it('that envelops a vc+jwt is that credential', async () => {
    const jwt = await vcToken(key);
    expect(parseSecured(enveloped(jwt))).toEqual(parseSecured(jwt));
    expect(parseSecured(enveloped(jwt, { type: ['EnvelopedVerifiableCredential'] }))).toEqual(
      parseSecured(jwt),
    );
  });

  it('that envelops is refused with other members, contexts or media types', async () => {
    const jwt = await vcToken(key);
    const bad = [
      { credentialSubject: { legalName: 'x' } },
      { '@context': 'https://www.w3.org/2018/credentials/v1' },
      { id: `data:application/jwt,${jwt}` },
      { id: jwt },
      { type: ['EnvelopedVerifiableCredential', 'VerifiableCredential'] },
    ];
    for (const changes of bad) {
      expect(() => parseSecured(enveloped(jwt, changes))).toThrow(refused('CREDENTIAL_SCHEMA'));
    }
    const old = enveloped(await vc11Token(key));
    expect(() => parseSecured(old)).toThrow(refused('CREDENTIAL_MALFORMED'));
  });

  it('in Veramo’s decoded form is its JWT', async () => {
    const jwt = await vc11Token(key);
    expect(parseSecured(decodedForm(jwt))).toEqual(parseSecured(jwt));
    expect(parseSecured({ proof: { type: 'JwtProof2020', jwt } })).toEqual(parseSecured(jwt));
  });

  it('in the decoded form is refused when any member is not what the JWT says', async () => {
    const form = decodedForm(await vc11Token(key));
    const subject = { ...(form.credentialSubject as object), legalName: 'Forged S.A.' };
    const bad = [
      { credentialSubject: subject },
      { credentialSubject: {} },
      { expirationDate: '2099-01-10T00:00:00.000Z' },
      { id: 'urn:uuid:00000000-0000-4000-8000-000000000000' },
      { type: [...(form.type as string[])].reverse() },
      { issuer: issuerDid },
      { issuer: { id: issuerDid, name: 'SUNAT', country: 'PE', extra: 1 } },
      { unsigned: true },
      { credentialStatus: null },
    ];
    for (const changes of bad) {
      expect(() => parseSecured({ ...form, ...changes })).toThrow(
        expect.objectContaining({
          code: 'CREDENTIAL_MALFORMED',
          message: expect.stringContaining('altered'),
        }),
      );
    }
  });

  it('in the decoded form needs its proof type, and nothing else in the proof', async () => {
    const jwt = await vc11Token(key);
    const form = decodedForm(jwt);
    const proofs = [
      { jwt },
      { type: 'EthereumEip712Signature2021', jwt },
      { type: 'JwtProof2020', jwt, created: '2026-01-01' },
      { type: 'JwtProof2020', jwt: { raw: jwt } },
      { type: 'JwtProof2020', jwt: '' },
      { type: 'JwtProof2020', jwt: await vcToken(key) },
    ];
    for (const proof of proofs) {
      expect(() => parseSecured({ ...form, proof })).toThrow(refused('CREDENTIAL_MALFORMED'));
    }
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  const deep = JSON.parse(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`);
  const refusals: [string, string, unknown][] = [
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'an address', 'https://carrier.example/waybill.12345.pdf'],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'an offer', 'openid-credential-offer://?credential_offer_uri=https'],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'a DID', 'did:jwk:eyJ'],
    ['CREDENTIAL_MALFORMED', 'a word', 'waybill'],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'undefined', undefined],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'null', null],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'a number', 5],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'a function', () => 1],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'a list', [1]],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'an unsigned credential', credential()],
    [
      'CREDENTIAL_FORMAT_UNSUPPORTED',
      'a Data Integrity proof',
      { ...credential(), proof: { type: 'DataIntegrityProof', proofValue: 'z' } },
    ],
    [
      'CREDENTIAL_FORMAT_UNSUPPORTED',
      'an EIP-712 proof',
      { ...credential(), proof: { type: 'EthereumEip712Signature2021' } },
    ],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'a list of proofs', { ...credential(), proof: [{ jwt: 'x' }] }],
    ['CREDENTIAL_MALFORMED', 'a cycle', cyclic],
    ['CREDENTIAL_MALFORMED', 'a big integer', { a: 1n }],
    ['CREDENTIAL_MALFORMED', 'deep nesting', deep],
    ['CREDENTIAL_TOO_LARGE', 'two megabytes', { a: 'x'.repeat(2_100_000) }],
  ];
  it.each(refusals)('is refused as %s when it is %s', (code, _what, value) => {
    expect(() => parseSecured(value)).toThrow(refused(code));
  });
});
