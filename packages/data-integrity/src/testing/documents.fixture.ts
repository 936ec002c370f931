import type { JsonObject } from '../json/json-object.js';
import type { ProofPurpose } from '../proofs/proof-options.js';
import type { VerifyProofsOptions } from '../proofs/verify-options.js';
import type { TestKey } from './keys.fixture.js';
import { resolveVerificationMethod } from './keys.fixture.js';

export const created = '2026-11-22T12:00:00Z';
export const now = new Date('2026-11-22T12:05:00Z');
export const vcdm1 = 'https://www.w3.org/2018/credentials/v1';
export const vcdm2 = 'https://www.w3.org/ns/credentials/v2';
export const examples = 'https://www.w3.org/ns/credentials/examples/v2';

/** A credential of VCDM 2.0 with nested nodes that have no id. */
export function credential2(issuer = 'did:example:issuer', more: JsonObject = {}): JsonObject {
  return {
    '@context': [vcdm2, examples],
    id: 'urn:uuid:6f1d2f5e-5c0a-4a52-8f0e-9a3e4f0f3d11',
    type: ['VerifiableCredential', 'ExampleOperatorCredential'],
    issuer: { id: issuer, name: 'Customs of Peru' },
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2029-01-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:operator',
      tin: 'PE20100070970',
      address: { city: 'Callao', country: 'PE', streets: ['Manco Cápac', 'Sáenz Peña'] },
      roles: [{ code: 'EX' }, { code: 'MF' }],
      employees: 42,
    },
    ...more,
  };
}

/** A credential of VCDM 1.1. */
export function credential1(issuer = 'did:example:issuer', more: JsonObject = {}): JsonObject {
  return {
    '@context': [vcdm1, examples],
    id: 'urn:uuid:0b6fe1c5-5a3a-4a5e-9d1c-2f6a2c0e9a01',
    type: ['VerifiableCredential'],
    issuer,
    issuanceDate: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:operator', tin: 'PE20100070970' },
    ...more,
  };
}

/** A credential with other members; `undefined` takes one away. */
export function credentialWith(members: JsonObject, from = credential2()): JsonObject {
  return Object.fromEntries(
    Object.entries({ ...from, ...members }).filter(([, value]) => value !== undefined),
  );
}

export function presentation2(holder: string, credentials: readonly unknown[]): JsonObject {
  return {
    '@context': [vcdm2],
    type: ['VerifiablePresentation'],
    holder,
    verifiableCredential: credentials,
  };
}

/** What every test verifies with, where it does not say otherwise. */
export function verifyOptions(
  more: Partial<VerifyProofsOptions> = {},
  purpose: ProofPurpose = 'assertionMethod',
): VerifyProofsOptions {
  return { resolveVerificationMethod, purpose, now, ...more };
}

/** What every test signs with. */
export function signedBy({ verificationMethod, signer }: TestKey) {
  return { verificationMethod, signer, created };
}
