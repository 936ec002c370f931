import type { AeoCredential } from '@eslabon/core';
import {
  createCompact,
  createSdJwt,
  formatDidJwk,
  parseSecured,
  presentSdJwt,
  publicKeyToJwk,
  sdJwtVcFromCredential,
  secureDocument,
  signCompactJws,
} from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import {
  audience,
  forge,
  holder,
  index,
  issue,
  issuedAt,
  nonce,
  wallet,
} from '../testing/credentials.fixture.js';
import { testKey } from '../testing/keys.fixture.js';
import { authorities, country, now, testBundle } from '../testing/network.fixture.js';
import { verify } from './verify.js';

const key = authorities.PE.keys['delegate-1'];
const signer = { algorithm: key.algorithm, kid: `${authorities.PE.did}#delegate-1`, sign: key.sign };
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** The same certificate of a company with a wallet, in each securing. */
async function certificates(): Promise<Record<string, string>> {
  const parsed = parseSecured(await issue({ subject: { id: holder } }));
  const certificate = (parsed as { claims: AeoCredential }).claims;
  const { claims, disclosable } = sdJwtVcFromCredential(certificate);
  const selective = { disclosable, random };
  return {
    'vc+cose': await secureDocument(certificate, { mediaType: 'application/vc+cose', signer, issuedAt }),
    'vc+sd-jwt': await secureDocument(certificate, {
      mediaType: 'application/vc+sd-jwt',
      signer,
      issuedAt,
      selective: { disclosable: [], random },
    }),
    'dc+sd-jwt': await secureDocument(claims, {
      mediaType: 'application/dc+sd-jwt',
      signer,
      issuedAt,
      selective,
    }),
  };
}

const verdictOn = (presented: unknown, options: Parameters<typeof testBundle>[0] = {}, policy: object = {}) =>
  verify({
    presented,
    source: { bundle: testBundle(options) },
    policy: { as: country('MX'), ...policy },
    at: new Date(now * 1000),
  });

describe('the code of a printed certificate', () => {
  const code = async () => {
    const parsed = parseSecured(await issue({ subject: { id: holder } }));
    return createCompact({ credential: (parsed as { claims: AeoCredential }).claims, ...signer, issuedAt });
  };

  it.each([
    ['RECOGNISED', {}],
    ['SUSPENDED', { suspended: [index] }],
    ['REVOKED', { revoked: [index] }],
  ] as const)('gets the verdict %s that a vc+jwt gets', async (verdict, bundle) => {
    const presented = await code();
    const jwt = await issue({ subject: { id: holder } });
    for (const each of [presented, jwt]) {
      expect(verdictOn(each, bundle as object).verdict).toBe(verdict);
    }
    const { checks } = verdictOn(presented, bundle as object);
    const { checks: usual } = verdictOn(jwt, bundle as object);
    expect(checks.map(({ id, outcome, code: of }) => [id, outcome, of])).toEqual(
      usual.map(({ id, outcome, code: of }) => [id, outcome, of]),
    );
  });

  it('of another key is not trusted', async () => {
    const text = await code();
    const last = text.at(-1) === '0' ? '1' : '0';
    expect(verdictOn(`${text.slice(0, -1)}${last}`).verdict).toBe('UNTRUSTED');
  });
});

describe.each(['vc+cose', 'vc+sd-jwt', 'dc+sd-jwt'])('a certificate as %s', (format) => {
  it('gets the verdict that a vc+jwt gets', async () => {
    const presented = (await certificates())[format] as string;
    const jwt = await issue({ subject: { id: holder } });
    for (const [bundle, verdict] of [
      [{}, 'RECOGNISED'],
      [{ suspended: [index] }, 'SUSPENDED'],
      [{ revoked: [index] }, 'REVOKED'],
    ] as const) {
      const given = bundle as Parameters<typeof testBundle>[0];
      const result = verdictOn(presented, given);
      expect(result.verdict).toBe(verdict);
      expect(result.certificate).toMatchObject({ tin: 'PE20123456786', issuer: { country: 'PE' } });
      expect(result.checks.map(({ id, code }) => [id, code])).toEqual(
        verdictOn(jwt, given).checks.map(({ id, code }) => [id, code]),
      );
    }
  });

  it('is not trusted when it was altered', async () => {
    const presented = (await certificates())[format] as string;
    const altered =
      format === 'vc+cose' ? `${presented.slice(0, -8)}AAAAAA==` : forge(presented.split('~')[0] as string);
    const rest = format === 'vc+cose' ? '' : presented.slice(presented.indexOf('~'));
    expect(verdictOn(altered + rest).verdict).toBe('UNTRUSTED');
  });
});

describe('a certificate chain (`x5c`) in an SD-JWT VC', () => {
  const stranger = testKey('ES256');
  /** Of whoever brings it along: no verdict may come from what it says. */
  const strangers = ['MIIBstranger'];

  const chained = async (
    { x5c, by = key, of = authorities.PE.did }: { x5c?: string[]; by?: typeof stranger; of?: string },
    { iss }: { iss?: string | undefined } = {},
  ) => {
    const parsed = parseSecured(await issue({ subject: { id: holder } }));
    const { claims, disclosable } = sdJwtVcFromCredential((parsed as { claims: AeoCredential }).claims);
    const { iss: _iss, ...others } = claims;
    return createSdJwt({
      header: { alg: 'ES256', typ: 'dc+sd-jwt', kid: `${of}#delegate-1`, ...(x5c && { x5c }) },
      payload: { ...(iss !== undefined && { iss }), ...others, iat: issuedAt },
      ...{ disclosable, random, sign: by.sign },
    });
  };
  const checksOf = ({ verdict, checks }: ReturnType<typeof verdictOn>) => ({
    verdict,
    checks: checks.map(({ id, outcome, code, evidence }) => ({ id, outcome, code, evidence })),
  });

  it('changes nothing of what the verifier says and finds, whoever it is of', async () => {
    const iss = authorities.PE.did;
    const usual = checksOf(verdictOn(await chained({}, { iss })));
    expect(usual.verdict).toBe('RECOGNISED');
    expect(checksOf(verdictOn(await chained({ x5c: strangers }, { iss })))).toEqual(usual);
    expect(checksOf(verdictOn(await chained({ x5c: strangers })))).toEqual(usual);
    expect(checksOf(verdictOn(await chained({})))).toEqual(usual);
  });

  it('does not help whoever signs with the key in it', async () => {
    const forged = await chained({ x5c: strangers, by: stranger });
    expect(verdictOn(forged).verdict).toBe('UNTRUSTED');
    expect(verdictOn(forged).checks).toContainEqual(
      expect.objectContaining({ id: 'signature', code: 'SIGNATURE_INVALID' }),
    );
  });

  it('cannot be put in the place of another afterwards', async () => {
    const [jwt = '', ...rest] = (await chained({ x5c: ['MIIBgenuine'] })).split('~');
    const [header = '', ...signed] = jwt.split('.');
    const changed = { ...JSON.parse(Buffer.from(header, 'base64url').toString()), x5c: strangers };
    const token = [Buffer.from(JSON.stringify(changed)).toString('base64url'), ...signed].join('.');
    expect(verdictOn([token, ...rest].join('~')).verdict).toBe('UNTRUSTED');
  });

  it('leaves no way to speak for another authority', async () => {
    const another = authorities.MX.did;
    const own = await chained({ x5c: strangers }, { iss: another });
    expect(verdictOn(own).checks).toContainEqual(
      expect.objectContaining({
        outcome: 'fail',
        code: expect.stringMatching(/^(KEY_OF_ANOTHER_ISSUER|ISSUER_COUNTRY)$/),
      }),
    );
    expect(verdictOn(await chained({ x5c: strangers, of: another })).verdict).toBe('UNTRUSTED');
  });
});

describe('a holder who proves possession of the key in an SD-JWT VC', () => {
  const present = async (change: object = {}) =>
    presentSdJwt({
      sdJwt: (await certificates())['dc+sd-jwt'] as string,
      reveal: [],
      keyBinding: {
        ...{ audience, nonce, issuedAt: now },
        signer: { algorithm: wallet.algorithm, sign: wallet.sign },
        ...change,
      },
    });
  const codeOf = async (change?: object) => {
    const { checks } = verdictOn(await present(change), {}, { audience, nonce });
    return checks.find(({ id }) => id === 'holder')?.code;
  };

  it('is the subject of the certificate, for this verifier and now', async () => {
    expect(verdictOn(await present(), {}, { audience, nonce }).verdict).toBe('RECOGNISED');
    expect(await codeOf()).toBe('HOLDER_PROVEN');
  });

  it.each([
    ['for another verifier', { audience: 'https://other.example' }, 'PRESENTATION_FOR_ANOTHER'],
    ['for another challenge', { nonce: 'n-2' }, 'PRESENTATION_REPLAYED'],
    ['long ago', { issuedAt: now - 3_600 }, 'PRESENTATION_OUT_OF_DATE'],
    ['in an hour', { issuedAt: now + 3_600 }, 'PRESENTATION_OUT_OF_DATE'],
  ])('is not when it was made %s', async (_what, change, code) => {
    expect(await codeOf(change)).toBe(code);
  });

  it('is not by another key', async () => {
    const signer = { algorithm: key.algorithm, sign: key.sign };
    expect(await codeOf({ signer })).toBe('HOLDER_NOT_PROVEN');
  });
});

describe('an SD-JWT that names its holder by the confirmed key alone, in a vp+jwt', () => {
  const codeFor = async (presenter: typeof wallet) => {
    const certificate = (parseSecured(await issue()) as { claims: AeoCredential }).claims;
    const token = await secureDocument(certificate, {
      ...{ mediaType: 'application/vc+sd-jwt', signer, issuedAt, selective: { disclosable: [], random } },
      claims: { cnf: { jwk: publicKeyToJwk(wallet.publicKey) } },
    });
    const did = formatDidJwk(presenter.publicKey);
    const context = 'https://www.w3.org/ns/credentials/v2';
    const type = 'EnvelopedVerifiableCredential';
    const presented = await signCompactJws(
      { alg: presenter.algorithm, kid: `${did}#0`, typ: 'vp+jwt' },
      {
        ...{ '@context': [context], type: ['VerifiablePresentation'], holder: did, aud: audience, nonce },
        verifiableCredential: [{ '@context': context, id: `data:application/vc+sd-jwt,${token}`, type }],
      },
      presenter.sign,
    );
    const { verdict, checks } = verdictOn(presented, {}, { audience, nonce });
    return [verdict, checks.find(({ id }) => id === 'holder')?.code];
  };

  it('is presented by that key and no other', async () => {
    expect(await codeFor(wallet)).toEqual(['RECOGNISED', 'HOLDER_PROVEN']);
    expect(await codeFor(testKey('ES256'))).toEqual(['UNTRUSTED', 'HOLDER_NOT_SUBJECT']);
  });
});
