import type { AeoCredential } from '@eslabon/core';
import { vcdm2Context } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { signatureAlgorithms } from '../crypto/public-key.js';
import { verifySignature } from '../crypto/verify-signature.js';
import { formatDidJwk } from '../did-jwk/format-did-jwk.js';
import { base64Decode } from '../encoding/base64.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { presentSdJwt } from '../sd-jwt/present-sd-jwt.js';
import { sdJwtVcFromCredential } from '../sd-jwt-vc/aeo/sd-jwt-vc-from-credential.js';
import { secureDocument } from '../securing/secure-document.js';
import { credential, issuedAt, issuerDid, validFrom, validUntil } from '../testing/credential.fixture.js';
import { joseTestKey } from '../testing/jose-keys.fixture.js';
import { testKey } from '../testing/keys.fixture.js';
import { bind, disclosureOf, random, sdJwtOf } from '../testing/sd-jwts.fixture.js';
import { kid, token, vcToken } from '../testing/tokens.fixture.js';
import { parseSecured } from './parse-secured.js';

type Members = Record<string, unknown>;

const key = joseTestKey('ES256', kid);
const wallet = testKey('ES256');
const holder = formatDidJwk(wallet.publicKey);
const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const parsedDates = { validFrom: '2026-01-10T00:00:00.000Z', validUntil: '2029-01-10T00:00:00.000Z' };

/** The certificate with optional claims, and of a company that has a wallet. */
const full = (): AeoCredential => {
  const made = credential();
  Object.assign(made.credentialSubject, {
    id: holder,
    tradeName: 'Andina',
    nationalId: { scheme: 'RUC', value: '20' },
  });
  return made;
};

const cose = (document: Members = { ...credential() }, more: object = {}) =>
  secureDocument(document, { mediaType: 'application/vc+cose', signer: key.signer, issuedAt, ...more });
const sdVc = (document: Members = { ...full() }, more: object = {}) =>
  secureDocument(document, {
    mediaType: 'application/vc+sd-jwt',
    signer: key.signer,
    issuedAt,
    selective: { disclosable: [['credentialSubject', 'address']], random },
    ...more,
  });
const dc = (change: Members = {}, made: AeoCredential = full(), signer = key.signer) => {
  const { claims, disclosable } = sdJwtVcFromCredential(made, {
    uri: 'https://agent.example/status/0',
    idx: 7,
  });
  const options = {
    mediaType: 'application/dc+sd-jwt',
    signer,
    issuedAt,
    selective: { disclosable, random },
  } as const;
  const document = Object.fromEntries(
    Object.entries({ ...claims, ...change }).filter(([, v]) => v !== undefined),
  );
  const names = new Set(Object.keys(document));
  const selective = { random, disclosable: disclosable.filter(([name]) => names.has(name as string)) };
  return secureDocument(document, { ...options, selective });
};
const common = {
  kind: 'credential',
  algorithm: 'ES256',
  kid,
  issuer: issuerDid,
  issuedAt,
  status: { list: 0, index: 7 },
};

describe('a certificate as vc+cose', () => {
  it('is read from base64, from bytes and from its envelope', async () => {
    const text = await cose();
    const envelope = {
      '@context': vcdm2Context,
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+cose;base64,${text}`,
    };
    for (const presented of [text, base64Decode(text), envelope]) {
      const parsed = parseSecured(presented);
      expect(parsed).toMatchObject({
        ...common,
        format: 'vc+cose',
        claims: credential(),
        validFrom,
        validUntil,
      });
      expect(verifySignature(key.publicKey, parsed.signingInput, parsed.signature)).toBe(true);
    }
  });

  const { id: _id, ...withoutId } = { ...credential() };
  it.each<[string, Members, object, string]>([
    ['no time', { ...credential() }, { issuedAt: undefined }, 'CREDENTIAL_MALFORMED'],
    ['a time in the payload', { ...credential(), iat: issuedAt }, {}, 'CREDENTIAL_MALFORMED'],
    ['no kid', { ...credential() }, { signer: joseTestKey('ES256').signer }, 'CREDENTIAL_MALFORMED'],
    [
      'an algorithm that authorities do not use',
      { ...credential() },
      { signer: joseTestKey('ES384', kid).signer },
      'CREDENTIAL_ALGORITHM_UNSUPPORTED',
    ],
    ['a member missing', withoutId, {}, 'CREDENTIAL_SCHEMA'],
    [
      'the type of a presentation',
      { '@context': [vcdm2Context], type: ['VerifiablePresentation'] },
      { mediaType: 'application/vp+cose' },
      'CREDENTIAL_FORMAT_UNSUPPORTED',
    ],
  ])('is refused with %s', async (_what, document, more, code) => {
    const text = await cose(document, more);
    expect(() => parseSecured(text)).toThrow(refused(code));
  });

  it('is read up to 64 KiB', async () => {
    const text = await cose({ ...credential(), name: 'x'.repeat(60_000) });
    expect(() => parseSecured(text)).toThrow(refused('CREDENTIAL_TOO_LARGE'));
  });
});

describe('a certificate as vc+sd-jwt', () => {
  it('is read with what its holder shows', async () => {
    const whole = await sdVc();
    expect(parseSecured(whole)).toMatchObject({ ...common, format: 'vc+sd-jwt', claims: full() });
    const parsed = parseSecured(await presentSdJwt({ sdJwt: whole, reveal: [] }));
    expect(parsed).toMatchObject({ subject: { id: holder, tin: 'PE20123456786' } });
    expect(parsed).not.toHaveProperty('subject.address');
    expect(verifySignature(key.publicKey, parsed.signingInput, parsed.signature)).toBe(true);
  });

  it('is no certificate without what makes it one', async () => {
    const hidden = await sdVc(undefined, {
      selective: { disclosable: [['credentialSubject', 'tin'], ['id']], random },
    });
    expect(parseSecured(hidden).kind).toBe('credential');
    const shown = await presentSdJwt({ sdJwt: hidden, reveal: [['id']] });
    expect(() => parseSecured(shown)).toThrow(refused('CREDENTIAL_SCHEMA'));
  });
});

describe('a certificate as dc+sd-jwt', () => {
  it('says what the certificate says', async () => {
    const parsed = parseSecured(await dc());
    expect(parsed).toMatchObject({ ...common, format: 'dc+sd-jwt', ...parsedDates });
    expect(parsed).toHaveProperty('claims', { ...full(), ...parsedDates });
    expect(verifySignature(key.publicKey, parsed.signingInput, parsed.signature)).toBe(true);
  });

  it('need not show what a certificate is one without', async () => {
    const parsed = parseSecured(await presentSdJwt({ sdJwt: await dc(), reveal: [['tradeName']] }));
    expect(parsed).toHaveProperty('subject.tradeName', 'Andina');
    expect(parsed).not.toHaveProperty('subject.nationalId');
    expect(parsed).not.toHaveProperty('subject.address');
  });

  it('leaves to the holder nothing that binds it', async () => {
    const { claims } = sdJwtVcFromCredential(full());
    for (const name of ['exp', 'cnf', 'status'] as const) {
      const { [name]: value, ...rest } = claims;
      const hidden = disclosureOf('salt', name, value);
      const text = await sdJwtOf(key, { ...rest, iat: issuedAt, _sd: [hidden.digest] }, [hidden]);
      expect(() => parseSecured(text)).toThrow('must not be left to the holder');
    }
  });

  it('may be of a company without a wallet, and without an end', async () => {
    const { validUntil: _end, ...endless } = credential();
    const parsed = parseSecured(await dc({}, endless as AeoCredential));
    expect(parsed).not.toHaveProperty('validUntil');
    expect(parsed).not.toHaveProperty('subject.id');
  });

  it.each<[string, Members, string]>([
    ['another type', { vct: 'https://other.example' }, 'CREDENTIAL_FORMAT_UNSUPPORTED'],
    ['a claim that is none of a certificate', { email: 'x' }, 'CREDENTIAL_MALFORMED'],
    ['no beginning', { nbf: undefined }, 'CREDENTIAL_MALFORMED'],
    ['an address with a type', { address: { type: 'X', addressCountry: 'PE' } }, 'CREDENTIAL_MALFORMED'],
    [
      'no status on a chain',
      { status: { status_list: { uri: 'https://a.example', idx: 7 } } },
      'CREDENTIAL_SCHEMA',
    ],
    ['no company', { legalName: undefined }, 'CREDENTIAL_SCHEMA'],
    ['an issuer that is no did:ethr', { iss: 'https://issuer.example' }, 'CREDENTIAL_SCHEMA'],
    ['no authority', { issuing_authority: undefined }, 'CREDENTIAL_SCHEMA'],
    ['a confirmation without JWK', { cnf: { kid: 'x' } }, 'CREDENTIAL_MALFORMED'],
    [
      'the key of another than the subject',
      { cnf: { jwk: testKey('ES256').publicJwk } },
      'CREDENTIAL_MALFORMED',
    ],
    ['a key that is not supported', { cnf: { jwk: joseTestKey('ES384').publicJwk } }, 'KEY_UNSUPPORTED'],
  ])('is refused with %s', async (_what, change, code) => {
    const text = await dc(change);
    expect(() => parseSecured(text)).toThrow(refused(code));
  });

  it('is refused with another type of token, and by an algorithm that authorities do not use', async () => {
    const { claims } = sdJwtVcFromCredential(full());
    const text = await sdJwtOf(key, { ...claims, iat: issuedAt }, [], 'example+sd-jwt');
    expect(() => parseSecured(text)).toThrow(refused('CREDENTIAL_FORMAT_UNSUPPORTED'));
    const other = await dc({}, full(), joseTestKey('ES512', kid).signer);
    expect(() => parseSecured(other)).toThrow(refused('CREDENTIAL_ALGORITHM_UNSUPPORTED'));
  });
});

describe('a certificate chain (`x5c`) in a dc+sd-jwt', () => {
  const tokenWith = async (header: object, change: Members = {}) => {
    const { claims } = sdJwtVcFromCredential(full());
    const payload = { ...claims, iat: issuedAt, ...change };
    return `${await signCompactJws({ alg: 'ES256', typ: 'dc+sd-jwt', kid, ...header }, payload, key.signer.sign)}~`;
  };
  const read = (text: string) => {
    const { signingInput: _input, signature: _signature, ...rest } = parseSecured(text);
    return rest;
  };

  it.each<[string, unknown]>([
    ['of anybody', ['MIIB']],
    ['that is no list', 'MIIB'],
    ['without certificates', []],
    ['of 8 KiB, as much as an agent sends', ['A'.repeat(10_924)]],
    ['of things that are no certificates', [{ jwk: testKey('ES256').publicJwk }, null]],
  ])('%s says nothing to us', async (_what, x5c) => {
    expect(read(await tokenWith({ x5c }))).toEqual(read(await tokenWith({})));
  });

  it('leaves the issuer to the key that is named where there is no iss', async () => {
    const text = await tokenWith({ x5c: ['MIIB'] }, { iss: undefined });
    expect(read(text)).toEqual(read(await tokenWith({})));
    expect(
      verifySignature(key.publicKey, parseSecured(text).signingInput, parseSecured(text).signature),
    ).toBe(true);
  });

  it.each<[string, object, Members, string]>([
    ['no key named', { kid: undefined }, { iss: undefined }, 'CREDENTIAL_MALFORMED'],
    ['a key that is named without its DID', { kid: '#delegate-1' }, { iss: undefined }, 'CREDENTIAL_SCHEMA'],
    [
      'a key that is named by another method',
      { kid: 'did:jwk:e30#0' },
      { iss: undefined },
      'CREDENTIAL_SCHEMA',
    ],
    ['an issuer that is null', {}, { iss: null }, 'CREDENTIAL_SCHEMA'],
    ['a key brought along', { jwk: testKey('ES256').publicJwk }, {}, 'CREDENTIAL_MALFORMED'],
    ['the address of a chain', { x5u: 'https://issuer.example/chain.pem' }, {}, 'CREDENTIAL_MALFORMED'],
    ['more than is read', { x5c: ['A'.repeat(48_000)] }, {}, 'CREDENTIAL_TOO_LARGE'],
  ])('is refused with %s', async (_what, header, change, code) => {
    const text = await tokenWith({ x5c: ['MIIB'], ...header }, change);
    expect(() => parseSecured(text)).toThrow(refused(code));
  });

  it('is refused in every other token', async () => {
    const chained = async (typ: string, payload: object) =>
      signCompactJws({ alg: 'ES256', typ, kid, x5c: ['MIIB'] } as never, payload, key.signer.sign);
    const { claims } = sdJwtVcFromCredential(full());
    const bound = await tokenWith({});
    const proof = { aud: 'https://border.example', nonce: 'n-1', iat: issuedAt };
    const walletKey = { signer: { algorithm: 'ES256', sign: wallet.sign } } as unknown as Parameters<
      typeof bind
    >[0];
    for (const text of [
      `${await chained('vc+sd-jwt', { ...full(), iat: issuedAt })}~`,
      `${await chained('vc+sd-jwt', { ...claims, iat: issuedAt })}~`,
      await chained('vc+jwt', { ...full(), iat: issuedAt }),
      await chained('dc+sd-jwt', { ...claims, iat: issuedAt }),
      await bind(walletKey, bound, proof, { x5c: ['MIIB'] } as never),
    ]) {
      expect(() => parseSecured(text)).toThrow(refused('CREDENTIAL_MALFORMED'));
      expect(() => parseSecured(text)).toThrow('x5c');
    }
  });
});

describe.each(signatureAlgorithms)('a holder who presents by key binding with %s', (algorithm) => {
  const own = testKey(algorithm);
  const did = formatDidJwk(own.publicKey);
  const made = full();
  Object.assign(made.credentialSubject, { id: did });
  const keyBinding = {
    audience: 'https://border.example',
    nonce: 'n-1',
    issuedAt: issuedAt + 60,
    signer: { algorithm, sign: own.sign },
  };

  it('is who the issuer confirmed, as in any other presentation', async () => {
    for (const sdJwt of [
      await dc({}, made),
      await sdVc({ ...made }, { claims: { cnf: { jwk: own.publicJwk } } }),
    ]) {
      const parsed = parseSecured(await presentSdJwt({ sdJwt, reveal: [], keyBinding }));
      expect(parsed).toMatchObject({
        kind: 'presentation',
        format: 'kb+jwt',
        algorithm,
        holder: did,
        audience: 'https://border.example',
        nonce: 'n-1',
        issuedAt: issuedAt + 60,
        expiresAt: issuedAt + 360,
        credentials: [{ issuer: issuerDid, subject: { id: did } }],
      });
      expect(verifySignature(own.publicKey, parsed.signingInput, parsed.signature)).toBe(true);
    }
  });
});

describe('a proof of possession', () => {
  const claims = { aud: 'https://border.example', nonce: 'n-1', iat: issuedAt };
  const walletKey = { signer: { algorithm: 'ES256', sign: wallet.sign } } as unknown as Parameters<
    typeof bind
  >[0];

  it('counts only where the issuer confirmed a key', async () => {
    const text = await bind(walletKey, await dc({ cnf: undefined }), claims);
    expect(() => parseSecured(text)).toThrow(refused('CREDENTIAL_MALFORMED'));
  });

  it('of another token is refused', async () => {
    const text = await bind(walletKey, await dc(), { ...claims, sd_hash: 'x' });
    expect(() => parseSecured(text)).toThrow(refused('CREDENTIAL_KEY_BINDING'));
  });

  it('does not stand in an envelope, where only a credential may', async () => {
    const text = await bind(
      walletKey,
      await sdVc(undefined, { claims: { cnf: { jwk: wallet.publicJwk } } }),
      claims,
    );
    const id = `data:application/vc+sd-jwt,${text}`;
    const envelope = { '@context': vcdm2Context, type: 'EnvelopedVerifiableCredential', id };
    expect(() => parseSecured(envelope)).toThrow(refused('CREDENTIAL_MALFORMED'));
  });
});

it('a vp+jwt may carry certificates of every securing', async () => {
  const [jwt, sd, coseText] = [await vcToken(testKey('ES256')), await sdVc(), await cose()];
  const envelope = (id: string) => ({ '@context': vcdm2Context, type: 'EnvelopedVerifiableCredential', id });
  const presentation = await token(
    wallet,
    { typ: 'vp+jwt', kid: `${holder}#0` },
    {
      '@context': [vcdm2Context],
      type: ['VerifiablePresentation'],
      holder,
      verifiableCredential: [
        envelope(`data:application/vc+jwt,${jwt}`),
        envelope(`data:application/vc+sd-jwt,${sd}`),
        envelope(`data:application/vc+cose;base64,${coseText}`),
      ],
    },
  );
  const parsed = parseSecured(presentation) as { credentials?: { format: string }[] };
  expect(parsed.credentials?.map(({ format }) => format)).toEqual(['vc+jwt', 'vc+sd-jwt', 'vc+cose']);
});
