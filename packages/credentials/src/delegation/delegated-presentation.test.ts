import { EslabonError } from '@eslabon/core';
import { hostileCopies } from '@eslabon/core/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifySignature } from '../crypto/verify-signature.js';
import { parseSecured } from '../secured/parse-secured.js';
import type { ParsedPresentation } from '../secured/parsed.js';
import {
  certificateJwt,
  certificateSdJwt,
  company,
  companyDid,
  delegation,
  driver,
  driverDid,
  now,
  statusList,
} from '../testing/delegations.fixture.js';
import { rawToken, token, vp11Payload } from '../testing/tokens.fixture.js';
import { createVpJwt } from '../vp-jwt/create-vp-jwt.js';
import { createDelegatedPresentation } from './create-delegated-presentation.js';
import { parseDelegation } from './parse-delegation.js';

const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const notPresented = refused('DELEGATION_NOT_PRESENTED');
const base = {
  ...{ audience: 'https://border.example', nonce: 'n-1', issuedAt: now, expiresAt: now + 300 },
  sign: driver.sign,
};
const v2 = 'https://www.w3.org/ns/credentials/v2';
const envelope = (jwt: string) => ({
  '@context': v2,
  id: `data:application/vc+jwt,${jwt}`,
  type: 'EnvelopedVerifiableCredential',
});
/** A presentation by the driver that says whatever a test wants. */
const vp = (items: unknown[], change: object = {}): Promise<string> =>
  token(
    driver,
    { typ: 'vp+jwt', kid: `${driverDid}#0` },
    {
      '@context': [v2],
      type: 'VerifiablePresentation',
      holder: driverDid,
      verifiableCredential: items,
      ...change,
    },
  );
const contentOf = (jwt: string) =>
  jwt
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));

describe('a presentation by a delegate', () => {
  it.each([
    ['vc+jwt', certificateJwt],
    ['dc+sd-jwt', certificateSdJwt],
  ])('has the %s of the company as its one certificate, and the delegation', async (format, certificate) => {
    const made = await delegation({ certificate: await certificate() });
    const delegationStatus = await statusList();
    const text = await createDelegatedPresentation({ ...base, delegation: made, delegationStatus });
    const parsed = parseSecured(text) as ParsedPresentation;
    expect(parsed).toMatchObject({
      ...{ kind: 'presentation', format: 'vp+jwt', holder: driverDid, kid: `${driverDid}#0` },
      ...{ audience: base.audience, nonce: 'n-1', issuedAt: now, expiresAt: now + 300, delegationStatus },
    });
    expect(parsed.delegation).toEqual(parseDelegation(made));
    expect(parsed.credentials).toEqual([parsed.delegation?.certificate]);
    expect(parsed.credentials[0]?.format).toBe(format);
    expect(verifySignature(driver.publicKey, parsed.signingInput, parsed.signature)).toBe(true);
    expect(contentOf(text)[1]['@context']).toEqual([v2, 'https://w3id.org/eslabon/contexts/delegation/v1']);
  });

  it('may come without status list, which the verifier will miss', async () => {
    const text = await createDelegatedPresentation({ ...base, delegation: await delegation() });
    expect(parseSecured(text)).not.toHaveProperty('delegationStatus');
  });

  it('is not made with a list of another, of nothing, or that cannot be read', async () => {
    const made = await delegation();
    const create = (delegationStatus: string, ofDelegation = made) =>
      createDelegatedPresentation({ ...base, delegation: ofDelegation, delegationStatus });
    const ofAnother = await statusList({ statusListUri: 'https://agent.example/other' });
    await expect(create(ofAnother)).rejects.toThrow(refused('CREDENTIAL_MALFORMED'));
    const without = await delegation({ status: undefined });
    await expect(create(await statusList(), without)).rejects.toThrow(refused('CREDENTIAL_MALFORMED'));
    await expect(create(made)).rejects.toThrow(refused('STATUS_LIST_MALFORMED'));
    await expect(create('x'.repeat(16_385))).rejects.toThrow(refused('CREDENTIAL_TOO_LARGE'));
  });

  it('is refused with a status list where the delegation names none, or there is no delegation', async () => {
    const delegationStatus = await statusList();
    const without = envelope(await delegation({ status: undefined }));
    const certificate = envelope(await certificateJwt());
    for (const item of [without, certificate]) {
      const text = await vp([item], { delegationStatus });
      expect(() => parseSecured(text)).toThrow(refused('CREDENTIAL_MALFORMED'));
    }
  });

  it.each<[unknown]>([[''], ['x'.repeat(16_385)], [7], [null], [{}]])(
    'is refused with the status list %p',
    async (list) => {
      const text = await vp([envelope(await delegation())], { delegationStatus: list });
      expect(() => parseSecured(text)).toThrow(refused('CREDENTIAL_SCHEMA'));
    },
  );
});

describe('a delegation anywhere else', () => {
  it('is refused by itself, as token and in an envelope, with a hint what to do', async () => {
    const made = await delegation();
    for (const bare of [made, envelope(made)]) {
      expect(() => parseSecured(bare)).toThrow(notPresented);
      expect(() => parseSecured(bare)).toThrow(/its delegate presents it/);
    }
  });

  it('is refused beside a certificate and beside another delegation', async () => {
    const [made, certificate] = [envelope(await delegation()), envelope(await certificateJwt())];
    for (const items of [
      [made, made],
      [made, certificate],
      [certificate, made],
      [certificate, certificate, made],
    ]) {
      const text = await vp(items);
      expect(() => parseSecured(text)).toThrow(notPresented);
      expect(() => parseSecured(text)).toThrow(/beside other credentials/);
    }
  });

  it('is refused in presentations of VCDM 1.1 and of createVpJwt', async () => {
    const made = await delegation();
    const text = await token(driver, { typ: 'JWT' }, vp11Payload(driverDid, [made]));
    expect(() => parseSecured(text)).toThrow(notPresented);
    const holder = { holder: driverDid, kid: `${driverDid}#0`, algorithm: 'ES256' } as const;
    await expect(createVpJwt({ ...base, ...holder, credentials: [made] })).rejects.toThrow(notPresented);
  });

  it('is refused inside a delegation', async () => {
    const made = await delegation();
    const [header, payload] = contentOf(made);
    const certificate = envelope(made);
    const nested = { ...payload, credentialSubject: { ...payload.credentialSubject, certificate } };
    const text = await vp([envelope(await token(company, header, nested))]);
    expect(() => parseSecured(text)).toThrow(notPresented);
  });
});

describe('a delegation that is read', () => {
  const changed = async (header: object, payload: object): Promise<string> => {
    const [goodHeader, goodPayload] = contentOf(await delegation());
    return token(company, { ...goodHeader, ...header }, { ...goodPayload, ...payload });
  };
  const inVp = async (made: string) => vp([envelope(made)]);

  it.each<[string, object, object]>([
    [
      'repeats what it says in registered claims',
      {},
      { jti: 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0003' },
    ],
    ['names its dates twice', {}, { nbf: now, exp: now + 86_400, sub: driverDid }],
    ['has no content type', { cty: undefined }, {}],
  ])('%s', async (_what, header, payload) => {
    const made = await changed(header, payload);
    expect(parseSecured(await inVp(made))).toMatchObject({ delegation: parseDelegation(made) });
  });

  it.each<[string, string, object, object]>([
    ['without key id', 'CREDENTIAL_MALFORMED', { kid: undefined }, {}],
    ['of another content type', 'CREDENTIAL_MALFORMED', { cty: 'vp' }, {}],
    ['of another type', 'CREDENTIAL_FORMAT_UNSUPPORTED', { typ: 'JWT' }, {}],
    ['of the type of presentations', 'CREDENTIAL_MALFORMED', { typ: 'vp+jwt' }, {}],
    ['without time of signing', 'CREDENTIAL_MALFORMED', {}, { iat: undefined }],
    ['with another issuer', 'CREDENTIAL_MALFORMED', {}, { iss: driverDid }],
    ['with another identifier', 'CREDENTIAL_MALFORMED', {}, { jti: 'urn:uuid:1' }],
    ['with another subject', 'CREDENTIAL_MALFORMED', {}, { sub: companyDid }],
    ['with another beginning', 'CREDENTIAL_MALFORMED', {}, { nbf: now + 1 }],
    ['with another end', 'CREDENTIAL_MALFORMED', {}, { exp: now + 1 }],
    ['with one member more', 'CREDENTIAL_SCHEMA', {}, { vc: {} }],
    ['of two kinds', 'CREDENTIAL_SCHEMA', {}, { type: ['AeoDelegationCredential', 'X'] }],
  ])('is refused %s', async (_what, code, header, payload) => {
    const made = await changed(header, payload);
    expect(() => parseDelegation(made)).toThrow(refused(code));
    const text = await inVp(made);
    expect(() => parseSecured(text)).toThrow(refused(code));
  });

  it('is not a certificate, and is not larger than one can be', async () => {
    const certificate = await certificateJwt();
    expect(() => parseDelegation(certificate)).toThrow(refused('CREDENTIAL_SCHEMA'));
    const large = await changed({}, { padding: 'x'.repeat(80_000) });
    expect(large.length).toBeGreaterThan(98_304);
    expect(() => parseDelegation(large)).toThrow(refused('CREDENTIAL_TOO_LARGE'));
    const text = await inVp(large);
    expect(() => parseSecured(text)).toThrow(refused('CREDENTIAL_TOO_LARGE'));
  });

  it('lets certificates of a presentation be no larger than before', async () => {
    const [header, payload] = contentOf(await certificateJwt());
    const large = await token(company, header, { ...payload, padding: 'x'.repeat(50_000) });
    expect(large.length).toBeGreaterThan(65_536);
    const text = await inVp(large);
    expect(() => parseSecured(text)).toThrow(refused('CREDENTIAL_TOO_LARGE'));
  });

  it('has a code for every hostile value', async () => {
    const [header, payload] = contentOf(await delegation());
    for (const { place, copy } of hostileCopies({ header, payload })) {
      const parts = copy as { header: object; payload: object };
      const made = await rawToken(company, parts.header, parts.payload);
      expect([place, thrownBy(() => parseDelegation(made))]).toEqual([place, EslabonError]);
    }
  });

  it('has a code for whatever else it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(thrownBy(() => parseDelegation(text))).toBe(EslabonError);
      }),
    );
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return (error as Error).constructor;
  }
  return undefined;
}
