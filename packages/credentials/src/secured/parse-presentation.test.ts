import { describe, expect, it } from '@jest/globals';
import { verifySignature } from '../crypto/verify-signature.js';
import { formatDidJwk } from '../did-jwk/format-did-jwk.js';
import { credential, issuedAt } from '../testing/credential.fixture.js';
import { testKey } from '../testing/keys.fixture.js';
import {
  decodedForm,
  token,
  vc11Token,
  vcHeader,
  vcPayload,
  vcToken,
  vp11Payload,
} from '../testing/tokens.fixture.js';
import { createVpJwt } from '../vp-jwt/create-vp-jwt.js';
import { parseSecured } from './parse-secured.js';

const issuer = testKey('ES256K');
const wallet = testKey('ES256');
const holder = formatDidJwk(wallet.publicKey);
const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const v2 = 'https://www.w3.org/ns/credentials/v2';
const envelope = (jwt: string) => ({
  '@context': v2,
  id: `data:application/vc+jwt,${jwt}`,
  type: 'EnvelopedVerifiableCredential',
});
const base = {
  holder,
  kid: `${holder}#0`,
  algorithm: 'ES256',
  audience: 'https://border.example',
  nonce: 'n-1',
  issuedAt,
  expiresAt: issuedAt + 300,
  sign: wallet.sign,
} as const;
const vp = async (changes: object = {}, header: object = {}): Promise<string> =>
  token(
    wallet,
    { typ: 'vp+jwt', kid: `${holder}#0`, ...header },
    {
      '@context': [v2],
      type: 'VerifiablePresentation',
      holder,
      verifiableCredential: [envelope(await vcToken(issuer))],
      ...changes,
    },
  );

describe('a vp+jwt', () => {
  it('made by createVpJwt is read back whole', async () => {
    const credentials = [await vcToken(issuer), await vcToken(issuer)];
    const parsed = parseSecured(await createVpJwt({ ...base, credentials }));
    expect(parsed).toMatchObject({
      kind: 'presentation',
      format: 'vp+jwt',
      algorithm: 'ES256',
      kid: `${holder}#0`,
      holder,
      credentials: credentials.map((jwt) => parseSecured(jwt)),
      audience: 'https://border.example',
      nonce: 'n-1',
      issuedAt,
      expiresAt: issuedAt + 300,
    });
    expect(verifySignature(wallet.publicKey, parsed.signingInput, parsed.signature)).toBe(true);
  });

  it('may be enveloped', async () => {
    const jwt = await vp();
    const object = {
      '@context': v2,
      id: `data:application/vp+jwt,${jwt}`,
      type: 'EnvelopedVerifiablePresentation',
    };
    expect(parseSecured(object)).toEqual(parseSecured(jwt));
  });

  it('may leave out audience, nonce, dates and kid', async () => {
    const parsed = parseSecured(await vp({}, { kid: undefined }));
    expect(parsed).toMatchObject({ kid: undefined, holder });
    for (const name of ['audience', 'nonce', 'issuedAt', 'expiresAt'])
      expect(parsed).not.toHaveProperty(name);
  });

  it('says when it was made, and from when it counts', async () => {
    const dates = { nbf: issuedAt + 60, exp: issuedAt + 300 };
    const [notBefore, expiresAt] = [dates.nbf, dates.exp];
    expect(parseSecured(await vp({ iat: issuedAt, ...dates }))).toMatchObject({
      issuedAt,
      notBefore,
      expiresAt,
    });
    expect(parseSecured(await vp(dates))).toMatchObject({ issuedAt: notBefore, notBefore, expiresAt });
  });

  it('is read with 20 credentials and refused with 21', async () => {
    const jwt = await vcToken(issuer);
    const many = (count: number) => ({ verifiableCredential: new Array(count).fill(envelope(jwt)) });
    expect(parseSecured(await vp(many(20)))).toHaveProperty('credentials.length', 20);
    const tooMany = await vp(many(21));
    expect(() => parseSecured(tooMany)).toThrow(refused('CREDENTIAL_TOO_LARGE'));
    await expect(createVpJwt({ ...base, credentials: new Array(21).fill(jwt) })).rejects.toThrow(
      refused('CREDENTIAL_TOO_LARGE'),
    );
  });

  it('is refused past 512 KiB', async () => {
    const huge = await vp({ padding: 'x'.repeat(400_000) });
    expect(() => parseSecured(huge)).toThrow(refused('CREDENTIAL_TOO_LARGE'));
  });

  const refusals: [string, string, () => Promise<string>][] = [
    ['CREDENTIAL_MALFORMED', 'the claim vp', () => vp({ vp: {} })],
    ['CREDENTIAL_MALFORMED', 'the claim vc', () => vp({ vc: {} })],
    ['CREDENTIAL_MALFORMED', 'the content type of a credential', () => vp({}, { cty: 'vc' })],
    ['CREDENTIAL_MALFORMED', 'an iss other than the holder', () => vp({ iss: 'did:ex:other' })],
    ['CREDENTIAL_MALFORMED', 'a jti other than the id', () => vp({ jti: 'a', id: 'b' })],
    ['CREDENTIAL_MALFORMED', 'no credentials', () => vp({ verifiableCredential: [] })],
    ['CREDENTIAL_MALFORMED', 'a credential that is not in a list', () => vp({ verifiableCredential: {} })],
    ['CREDENTIAL_MALFORMED', 'two audiences', () => vp({ aud: ['a', 'b'] })],
    ['CREDENTIAL_MALFORMED', 'an empty nonce', () => vp({ nonce: '' })],
    ['CREDENTIAL_MALFORMED', 'a numeric nonce', () => vp({ nonce: 1 })],
    ['CREDENTIAL_MALFORMED', 'an exp that is a text', () => vp({ exp: 'tomorrow' })],
    ['CREDENTIAL_SCHEMA', 'no holder', () => vp({ holder: undefined })],
    ['CREDENTIAL_SCHEMA', 'a holder that is no DID', () => vp({ holder: 'https://x.example' })],
    ['CREDENTIAL_SCHEMA', 'an unknown member', () => vp({ proof: {} })],
    ['CREDENTIAL_SCHEMA', 'a bare token', async () => vp({ verifiableCredential: [await vcToken(issuer)] })],
    ['CREDENTIAL_SCHEMA', 'an unsigned credential', () => vp({ verifiableCredential: [credential()] })],
    [
      'CREDENTIAL_MALFORMED',
      'a VCDM 1.1 credential in an envelope',
      async () => vp({ verifiableCredential: [envelope(await vc11Token(issuer))] }),
    ],
    [
      'CREDENTIAL_MALFORMED',
      'a presentation in a presentation',
      async () => vp({ verifiableCredential: [envelope(await vp())] }),
    ],
  ];
  it.each(refusals)('is refused as %s with %s', async (code, _what, make) => {
    const made = await make();
    expect(() => parseSecured(made)).toThrow(refused(code));
  });

  it('says which of its credentials was refused', async () => {
    const bad = await token(issuer, vcHeader, { ...vcPayload(), extra: 1 });
    const made = await vp({ verifiableCredential: [envelope(await vcToken(issuer)), envelope(bad)] });
    expect(() => parseSecured(made)).toThrow(
      expect.objectContaining({
        code: 'CREDENTIAL_SCHEMA',
        message: expect.stringMatching(/^Credential 2 of 2: /),
      }),
    );
  });
});

describe('createVpJwt', () => {
  it('refuses a key of someone else and credentials that are none', async () => {
    const credentials = [await vcToken(issuer)];
    await expect(createVpJwt({ ...base, credentials, kid: 'did:ex:1#0' })).rejects.toThrow(
      refused('CREDENTIAL_MALFORMED'),
    );
    await expect(createVpJwt({ ...base, credentials: [await vc11Token(issuer)] })).rejects.toThrow(
      refused('CREDENTIAL_MALFORMED'),
    );
    await expect(createVpJwt({ ...base, credentials: [] })).rejects.toThrow(refused('CREDENTIAL_MALFORMED'));
  });
});

describe('a VCDM 1.1 presentation', () => {
  const sign = (payload: object): Promise<string> => token(wallet, { typ: 'JWT' }, payload);

  it('holds JWTs, bare or decoded, and new credentials too', async () => {
    const old = await vc11Token(issuer);
    const items = [old, decodedForm(old), await vcToken(issuer)];
    const parsed = parseSecured(await sign(vp11Payload(holder, items)));
    expect(parsed).toMatchObject({
      format: 'vp1-jwt',
      holder,
      nonce: 'n-1',
      audience: 'https://border.example',
      issuedAt,
      credentials: [{ format: 'vc1-jwt' }, { format: 'vc1-jwt' }, { format: 'vc+jwt' }],
    });
  });

  const payload = async (): Promise<Record<string, unknown> & { vp: object }> =>
    vp11Payload(holder, [await vc11Token(issuer)]) as Record<string, unknown> & { vp: object };
  const refusals: [string, string, () => Promise<object>][] = [
    ['CREDENTIAL_MALFORMED', 'no holder', async () => ({ ...(await payload()), iss: undefined })],
    ['CREDENTIAL_MALFORMED', 'a holder that is no DID', async () => ({ ...(await payload()), iss: 'me' })],
    ['CREDENTIAL_MALFORMED', 'an unknown claim', async () => ({ ...(await payload()), holder })],
    [
      'CREDENTIAL_MALFORMED',
      'another holder inside',
      async () => ({ ...(await payload()), vp: { ...(await payload()).vp, holder: 'did:ex:2' } }),
    ],
    ['CREDENTIAL_SCHEMA', 'a vp that is a text', async () => ({ ...(await payload()), vp: 'x' })],
    [
      'CREDENTIAL_SCHEMA',
      'an unknown member',
      async () => ({ ...(await payload()), vp: { ...(await payload()).vp, proof: {} } }),
    ],
    [
      'CREDENTIAL_FORMAT_UNSUPPORTED',
      'an unsigned credential',
      async () => vp11Payload(holder, [credential()]),
    ],
    [
      'CREDENTIAL_MALFORMED',
      'a decoded credential with altered claims',
      async () => vp11Payload(holder, [{ ...decodedForm(await vc11Token(issuer)), id: 'urn:uuid:x' }]),
    ],
    [
      'CREDENTIAL_MALFORMED',
      'a decoded credential without proof type',
      async () => vp11Payload(holder, [{ proof: { jwt: await vc11Token(issuer) } }]),
    ],
  ];
  it.each(refusals)('is refused as %s with %s', async (code, _what, make) => {
    const made = await sign(await make());
    expect(() => parseSecured(made)).toThrow(refused(code));
  });

  it('in Veramo’s decoded form is its JWT, and refused when anything beside it differs', async () => {
    const credentialJwt = await vc11Token(issuer);
    const signed = vp11Payload(holder, [credentialJwt]);
    const jwt = await sign(signed);
    const form = {
      '@context': (signed.vp as Record<string, unknown>)['@context'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [decodedForm(credentialJwt)],
      holder,
      verifier: ['https://border.example'],
      nonce: 'n-1',
      issuanceDate: new Date(issuedAt * 1000).toISOString(),
      proof: { type: 'JwtProof2020', jwt },
    };
    expect(parseSecured(form)).toEqual(parseSecured(jwt));
    const forged = { ...decodedForm(credentialJwt), expirationDate: '2099-01-01T00:00:00.000Z' };
    const bad = [
      { holder: 'did:ex:thief' },
      { verifier: ['https://other.example'] },
      { nonce: 'n-2' },
      { verifiableCredential: [] },
      { verifiableCredential: [forged] },
      { verifiableCredential: [await vc11Token(issuer)] },
      { verifiableCredential: 'x' },
      { extra: 1 },
      { proof: { jwt } },
    ];
    for (const changes of bad) {
      expect(() => parseSecured({ ...form, ...changes })).toThrow(refused('CREDENTIAL_MALFORMED'));
    }
  });
});
