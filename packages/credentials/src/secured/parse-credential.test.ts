import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signatureAlgorithms } from '../crypto/public-key.js';
import { verifySignature } from '../crypto/verify-signature.js';
import {
  credential,
  issuedAt,
  issuerDid,
  payload11,
  validFrom,
  validUntil,
} from '../testing/credential.fixture.js';
import { testKey } from '../testing/keys.fixture.js';
import {
  decodedForm,
  kid,
  token,
  vc11Token,
  vcHeader,
  vcPayload,
  vcToken,
} from '../testing/tokens.fixture.js';
import { createVcJwt } from '../vc-jwt/create-vc-jwt.js';
import { parseSecured } from './parse-secured.js';

const key = testKey('ES256');
const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const seconds = (instant: string): number => Date.parse(instant) / 1000;

describe('a vc+jwt', () => {
  it.each(signatureAlgorithms)('made by createVcJwt with %s is read back whole', async (algorithm) => {
    const signer = testKey(algorithm);
    const made = await createVcJwt({ credential: credential(), kid, algorithm, issuedAt, sign: signer.sign });
    const parsed = parseSecured(made);
    expect(parsed).toMatchObject({
      kind: 'credential',
      format: 'vc+jwt',
      algorithm,
      kid,
      issuer: issuerDid,
      claims: credential(),
      issuedAt,
      validFrom,
      validUntil,
      subject: { tin: 'PE20123456786' },
      status: { list: 0, index: 7 },
    });
    expect(verifySignature(signer.publicKey, parsed.signingInput, parsed.signature)).toBe(true);
  });

  it('may repeat in claims what the credential says', async () => {
    const payload = {
      ...vcPayload(),
      jti: credential().id,
      nbf: seconds(validFrom),
      exp: seconds(validUntil),
    };
    expect(parseSecured(await token(key, { ...vcHeader, typ: 'application/VC+JWT' }, payload)).kind).toBe(
      'credential',
    );
  });

  const holder = {
    ...credential(),
    credentialSubject: { ...credential().credentialSubject, id: 'did:ex:1' },
  };
  const { validUntil: _validUntil, ...endless } = credential();
  const refusals: [string, string, object, object?][] = [
    ['CREDENTIAL_MALFORMED', 'the claim vc', { vc: payload11().vc }],
    ['CREDENTIAL_MALFORMED', 'the claim vp', { vp: {} }],
    ['CREDENTIAL_MALFORMED', 'an iss other than the issuer', { iss: `${issuerDid.slice(0, -1)}2` }],
    ['CREDENTIAL_MALFORMED', 'a jti other than the id', { jti: 'urn:uuid:0' }],
    ['CREDENTIAL_MALFORMED', 'a sub where the subject has no id', { sub: 'did:ex:1' }],
    ['CREDENTIAL_MALFORMED', 'a sub other than the subject', { ...holder, sub: 'did:ex:2' }],
    ['CREDENTIAL_MALFORMED', 'an nbf a second off', { nbf: seconds(validFrom) + 1 }],
    ['CREDENTIAL_MALFORMED', 'an exp a second off', { exp: seconds(validUntil) - 1 }],
    [
      'CREDENTIAL_MALFORMED',
      'an exp where it does not expire',
      { ...endless, validUntil: undefined, exp: 1 },
    ],
    ['CREDENTIAL_MALFORMED', 'an nbf that is a text', { nbf: String(seconds(validFrom)) }],
    ['CREDENTIAL_MALFORMED', 'a fractional iat', { iat: issuedAt + 0.5 }],
    ['CREDENTIAL_MALFORMED', 'a negative iat', { iat: -1 }],
    ['CREDENTIAL_MALFORMED', 'an iat past the year 9999', { iat: 253_402_300_800 }],
    ['CREDENTIAL_MALFORMED', 'no iat', { iat: undefined }],
    ['CREDENTIAL_MALFORMED', 'no kid', {}, { kid: undefined }],
    ['CREDENTIAL_MALFORMED', 'another content type', {}, { cty: 'vp' }],
    ['CREDENTIAL_SCHEMA', 'an unknown member', { evidence: [] }],
    ['CREDENTIAL_SCHEMA', 'an audience', { aud: 'x' }],
    ['CREDENTIAL_SCHEMA', 'an embedded proof', { proof: { type: 'DataIntegrityProof' } }],
    ['CREDENTIAL_SCHEMA', 'another context first', { '@context': [...credential()['@context']].reverse() }],
    ['CREDENTIAL_SCHEMA', 'a further type', { type: [...credential().type, 'Other'] }],
    ['CREDENTIAL_SCHEMA', 'no status', { credentialStatus: undefined }],
    ['CREDENTIAL_SCHEMA', 'two subjects', { credentialSubject: [credential().credentialSubject] }],
    ['CREDENTIAL_SCHEMA', 'a date without offset', { validFrom: '2026-01-10T00:00:00' }],
    ['CREDENTIAL_SCHEMA', 'an issuer that is only a DID', { issuer: issuerDid }],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'another media type', {}, { typ: 'vc+ld+jwt' }],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'the type JWT', {}, { typ: 'JWT' }],
  ];
  it.each(refusals)('is refused as %s with %s', async (code, _what, changes, header = {}) => {
    const made = await token(key, { ...vcHeader, ...header }, { ...vcPayload(), ...changes });
    expect(() => parseSecured(made)).toThrow(refused(code));
  });

  it('lists in the details what does not follow the schema', async () => {
    const made = await token(key, vcHeader, { ...vcPayload(), extra: 1, id: 'x' });
    expect(() => parseSecured(made)).toThrow(
      expect.objectContaining({
        details: { findings: [expect.stringContaining('id'), expect.stringContaining('extra')] },
      }),
    );
  });

  it('is read up to 64 KiB and no further', async () => {
    const padding = (length: number) => ({ ...vcPayload(), padding: 'x'.repeat(length) });
    await expect(async () => parseSecured(await token(key, vcHeader, padding(47_000)))).rejects.toThrow(
      refused('CREDENTIAL_SCHEMA'),
    );
    await expect(async () => parseSecured(await token(key, vcHeader, padding(50_000)))).rejects.toThrow(
      refused('CREDENTIAL_TOO_LARGE'),
    );
  });
});

describe('createVcJwt', () => {
  const options = { kid, algorithm: 'ES256', issuedAt, sign: key.sign } as const;

  it('signs nothing that a verifier would refuse', async () => {
    const bad = { ...credential(), extra: 1 };
    await expect(createVcJwt({ ...options, credential: bad })).rejects.toThrow(refused('CREDENTIAL_SCHEMA'));
    await expect(
      createVcJwt({ ...options, credential: credential(), kid: `${issuerDid}2#a` }),
    ).rejects.toThrow(refused('CREDENTIAL_MALFORMED'));
  });
});

describe('a VCDM 1.1 JWT', () => {
  it('is read back with the members that did-jwt-vc moved into claims', async () => {
    const parsed = parseSecured(await vc11Token(key));
    const { proof: _proof, ...claims } = decodedForm('');
    expect(parsed).toMatchObject({
      format: 'vc1-jwt',
      kid: undefined,
      issuer: issuerDid,
      issuedAt: seconds(validFrom),
      validFrom: '2026-01-10T00:00:00.000Z',
      validUntil: '2029-01-10T00:00:00.000Z',
      claims,
    });
    expect(parsed).toHaveProperty('status', {
      type: 'EslabonStatusEntry',
      chainId: 648540,
      contract: '0x4444444444444444444444444444444444444444',
      list: 0,
      index: 7,
    });
  });

  it('may be without typ, may carry iat, and may repeat members inside vc', async () => {
    const { vc, issuer, ...claims } = payload11();
    const inside = {
      ...vc,
      id: claims.jti,
      issuer: { id: issuerDid, ...(issuer as object) },
      issuanceDate: validFrom,
      expirationDate: validUntil,
    };
    const parsed = parseSecured(await token(key, {}, { ...claims, vc: inside, iat: issuedAt }));
    expect(parsed).toMatchObject({ format: 'vc1-jwt', issuedAt, claims: { issuer: { name: 'SUNAT' } } });
  });

  it('has the subject’s identifier in sub', async () => {
    const parsed = parseSecured(await token(key, {}, { ...payload11(), sub: 'did:ex:holder' }));
    expect(parsed).toMatchObject({ subject: { id: 'did:ex:holder' } });
  });

  const vc = (changes: object) => ({ vc: { ...payload11().vc, ...changes } });
  const refusals: [string, string, object][] = [
    ['CREDENTIAL_MALFORMED', 'both vc and vp', { vp: {} }],
    ['CREDENTIAL_FORMAT_UNSUPPORTED', 'neither vc nor vp', { vc: undefined }],
    ['CREDENTIAL_MALFORMED', 'a vc that is a text', { vc: 'x' }],
    ['CREDENTIAL_MALFORMED', 'an unknown claim', { admin: true }],
    ['CREDENTIAL_MALFORMED', 'no iss', { iss: undefined }],
    ['CREDENTIAL_MALFORMED', 'neither nbf nor iat', { nbf: undefined }],
    [
      'CREDENTIAL_MALFORMED',
      'another issuer beside vc',
      { issuer: { id: 'did:ex:2', name: 'x', country: 'PE' } },
    ],
    ['CREDENTIAL_MALFORMED', 'another issuer in vc', { issuer: undefined, ...vc({ issuer: 'did:ex:2' }) }],
    ['CREDENTIAL_MALFORMED', 'the issuer described twice', vc({ issuer: { name: 'x', country: 'PE' } })],
    ['CREDENTIAL_MALFORMED', 'another issuanceDate in vc', vc({ issuanceDate: '2020-01-01T00:00:00Z' })],
    ['CREDENTIAL_MALFORMED', 'an issuanceDate that is no text', vc({ issuanceDate: [1] })],
    ['CREDENTIAL_MALFORMED', 'another expirationDate in vc', vc({ expirationDate: '2039-01-01T00:00:00Z' })],
    ['CREDENTIAL_MALFORMED', 'another id in vc', vc({ id: 'urn:uuid:1' })],
    [
      'CREDENTIAL_MALFORMED',
      'another subject in vc',
      { sub: 'did:ex:1', ...vc({ credentialSubject: { id: 'did:ex:2' } }) },
    ],
    ['CREDENTIAL_MALFORMED', 'a list of subjects', vc({ credentialSubject: [] })],
    ['CREDENTIAL_SCHEMA', 'no name of the issuer', { issuer: undefined }],
    ['CREDENTIAL_SCHEMA', 'no jti', { jti: undefined }],
    ['CREDENTIAL_SCHEMA', 'an unknown member in vc', vc({ termsOfUse: [] })],
    ['CREDENTIAL_SCHEMA', 'a proof in vc', vc({ proof: {} })],
  ];
  it.each(refusals)('is refused as %s with %s', async (code, _what, changes) => {
    const made = await token(key, { typ: 'JWT' }, { ...payload11(), ...changes });
    expect(() => parseSecured(made)).toThrow(refused(code));
  });
});

describe('parseSecured', () => {
  it('throws nothing but EslabonError on random values', () => {
    const strange = fc.oneof(
      fc.string(),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      fc.record({ proof: fc.anything(), type: fc.anything(), id: fc.anything() }),
      fc.record({ proof: fc.record({ type: fc.constant('JwtProof2020'), jwt: fc.anything() }) }),
    );
    fc.assert(
      fc.property(strange, (value) => {
        expect(() => parseSecured(value)).toThrow(EslabonError);
      }),
      { numRuns: 500 },
    );
  });

  it('throws nothing but EslabonError on payloads with random members', async () => {
    const names = [...Object.keys(vcPayload()), 'vc', 'vp', 'nbf', 'exp', 'jti', 'sub', 'aud', 'nonce'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.jsonValue(),
        fc.constantFrom('vc+jwt', 'vp+jwt', 'JWT'),
        async (name, value, typ) => {
          const base = typ === 'JWT' ? payload11() : vcPayload();
          const made = await token(key, { ...vcHeader, cty: undefined, typ }, { ...base, [name]: value });
          try {
            parseSecured(made);
          } catch (error) {
            expect(error).toBeInstanceOf(EslabonError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives a token whose payload was changed by one bit a signature that does not verify', async () => {
    const jwt = await vcToken(key);
    const [header, payload, signature] = jwt.split('.') as [string, string, string];
    const bytes = Buffer.from(payload, 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const copy = Buffer.from(bytes);
        copy[bit >>> 3] = (copy[bit >>> 3] as number) ^ (1 << (bit & 7));
        try {
          const parsed = parseSecured(`${header}.${copy.toString('base64url')}.${signature}`);
          expect(verifySignature(key.publicKey, parsed.signingInput, parsed.signature)).toBe(false);
        } catch (error) {
          if (!(error instanceof EslabonError)) throw error;
        }
      }),
      { numRuns: 100 },
    );
  });
});
