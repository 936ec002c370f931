import { delegationSchema } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { compactVerify, importJWK } from 'jose';
import { formatDidJwk } from '../did-jwk/format-did-jwk.js';
import {
  certificateJwt,
  certificateSdJwt,
  company,
  companyDid,
  day,
  delegation,
  driverDid,
  now,
  options,
  status,
} from '../testing/delegations.fixture.js';
import { testKey } from '../testing/keys.fixture.js';
import { parseDelegation } from './parse-delegation.js';
import { verifyDelegationSignature } from './verify-delegation-signature.js';

const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const codesOf = (token: string) => token.split('.').map((part) => Buffer.from(part, 'base64url').toString());

describe('createDelegation', () => {
  it('makes a VCDM 2.0 credential that the company signs and another library verifies', async () => {
    const token = await delegation();
    const { payload, protectedHeader } = await compactVerify(
      token,
      await importJWK(company.publicJwk, 'ES256'),
    );
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: `${companyDid}#0`, typ: 'vc+jwt', cty: 'vc' });
    const { iss, iat, ...claims } = JSON.parse(new TextDecoder().decode(payload));
    expect({ iss, iat }).toEqual({ iss: companyDid, iat: now });
    expect(delegationSchema.parse(claims)).toEqual(claims);
    expect(claims).toMatchObject({
      issuer: companyDid,
      validFrom: '2026-06-01T12:00:00.000Z',
      validUntil: '2026-06-02T12:00:00.000Z',
      credentialSubject: { id: driverDid, purposes: options.purposes, references: options.references },
      credentialStatus: { type: 'AeoDelegationStatusEntry', ...status },
    });
  });

  it.each([
    ['vc+jwt', certificateJwt],
    ['dc+sd-jwt', certificateSdJwt],
  ])('carries a certificate as %s, and is read back whole', async (format, certificate) => {
    const parsed = parseDelegation(await delegation({ certificate: await certificate() }));
    expect(parsed).toMatchObject({
      ...{ kind: 'delegation', format: 'vc+jwt', kid: `${companyDid}#0`, company: companyDid },
      ...{ delegate: driverDid, purposes: options.purposes, references: options.references },
      ...{ issuedAt: now, status, certificate: { kind: 'credential', format } },
    });
    expect(parsed.certificate.subject.id).toBe(companyDid);
    expect(parsed.certificate.subject).not.toHaveProperty(format === 'dc+sd-jwt' ? 'address' : 'nothing');
    expect(verifyDelegationSignature(parsed)).toBe(true);
  });

  it('leaves out what is not limited', async () => {
    const parsed = parseDelegation(
      await delegation({ purposes: ['counter'], references: undefined, status: undefined }),
    );
    expect(parsed.purposes).toEqual(['counter']);
    expect(parsed).not.toHaveProperty('references');
    expect(parsed).not.toHaveProperty('status');
  });

  it('takes the holder’s key of an SD-JWT that names no subject', async () => {
    const parsed = parseDelegation(
      await delegation({ certificate: await certificateSdJwt({ sub: undefined }) }),
    );
    expect(parsed.certificate).toMatchObject({ confirmed: companyDid });
    expect(parsed.certificate.subject).not.toHaveProperty('id');
  });

  it.each(['EdDSA', 'ES256K'] as const)('signs with whatever key the company has: %s', async (algorithm) => {
    const key = testKey(algorithm);
    const did = formatDidJwk(key.publicKey);
    const certificate = await certificateJwt(did);
    const token = await delegation({ company: did, certificate, sign: key.sign });
    expect(codesOf(token)[0]).toContain(`"alg":"${algorithm}"`);
    expect(verifyDelegationSignature(parseDelegation(token))).toBe(true);
  });

  const someoneElse = formatDidJwk(testKey('ES256').publicKey);
  it.each<[string, string, object]>([
    ['a company that the certificate is not of', 'CREDENTIAL_MALFORMED', { company: someoneElse }],
    ['a company without key', 'DID_INVALID', { company: 'did:jwk:e30x' }],
    ['a delegate without key', 'DID_INVALID', { delegate: 'did:web:x.example' }],
    ['more than 31 days', 'CREDENTIAL_SCHEMA', { validUntil: now + 31 * day + 1 }],
    ['no purpose', 'CREDENTIAL_SCHEMA', { purposes: [] }],
    ['an index past the list', 'CREDENTIAL_SCHEMA', { status: { ...status, index: 131_072 } }],
    ['an id that is no UUID', 'CREDENTIAL_SCHEMA', { id: 'x' }],
    ['dates that are none', 'CREDENTIAL_MALFORMED', { validUntil: Number.NaN }],
    ['no certificate', 'CREDENTIAL_MALFORMED', { certificate: 'a.b.c' }],
    ['an empty certificate', 'CREDENTIAL_SCHEMA', { certificate: '' }],
  ])('refuses %s', async (_what, code, change) => {
    await expect(delegation(change)).rejects.toThrow(refused(code));
  });

  it('refuses a certificate that names no holder, a bound one, and a delegation', async () => {
    const unheld = certificateSdJwt({ sub: undefined, cnf: undefined });
    await expect(delegation({ certificate: await unheld })).rejects.toThrow(refused('CREDENTIAL_MALFORMED'));
    const bound = `${await certificateSdJwt()}e30.e30.AAAA`;
    await expect(delegation({ certificate: bound })).rejects.toThrow(refused('CREDENTIAL_MALFORMED'));
    await expect(delegation({ certificate: await delegation() })).rejects.toThrow(
      refused('DELEGATION_NOT_PRESENTED'),
    );
  });
});

describe('verifyDelegationSignature', () => {
  const parsed = async () => parseDelegation(await delegation());

  it.each<[string, object]>([
    ['another company', { company: someone() }],
    ['a company that is no did:jwk', { company: 'did:web:x.example', kid: 'did:web:x.example#0' }],
    ['another key id', { kid: `${companyDid}#1` }],
    ['another algorithm', { algorithm: 'ES256K' }],
    ['other bytes', { signingInput: new Uint8Array(3) }],
    ['another signature', { signature: new Uint8Array(64) }],
  ])('does not hold for %s', async (_what, change) => {
    expect(verifyDelegationSignature({ ...(await parsed()), ...change })).toBe(false);
  });

  it('asks the verifier that it is given', async () => {
    expect(verifyDelegationSignature(await parsed(), () => false)).toBe(false);
  });
});

function someone(): string {
  return formatDidJwk(testKey('ES256').publicKey);
}
