import type { AeoCredential } from '@eslabon/core';
import { aeoContext, aeoSchemaId, vcdm1Context, vcdm2Context } from '@eslabon/core';

export const issuerDid = 'did:ethr:0x9e55c:0x1111111111111111111111111111111111111111';
export const issuedAt = Date.UTC(2026, 0, 5, 12) / 1000;
export const validFrom = '2026-01-10T00:00:00Z';
export const validUntil = '2029-01-10T00:00:00Z';

const status = {
  type: 'EslabonStatusEntry',
  chainId: 648540,
  contract: '0x4444444444444444444444444444444444444444',
  list: 0,
  index: 7,
};
const subject = {
  type: 'AuthorizedEconomicOperator',
  legalName: 'Exportadora Andina S.A.C.',
  tin: 'PE20123456786',
  address: { type: 'PostalAddress', addressLocality: 'Callao', addressCountry: 'PE' },
  certificate: {
    type: 'AeoCertificate',
    certificateNumber: 'PE-OEA-0007',
    certificateType: 'security',
    operatorRoles: ['EX', 'IM'],
    decisionDate: '2026-01-05',
    effectiveDate: '2026-01-10',
  },
};
const id = 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0001';
const type = ['VerifiableCredential', 'AeoCertificateCredential'];
const schema = { id: aeoSchemaId, type: 'JsonSchema' };

/** A VCDM 2.0 credential as an authority makes it. Fresh at every call, so that tests may change it. */
export function credential(): AeoCredential {
  return structuredClone({
    '@context': [vcdm2Context, aeoContext],
    id,
    type,
    issuer: { id: issuerDid, name: 'SUNAT', country: 'PE' },
    validFrom,
    validUntil,
    credentialSubject: subject,
    credentialStatus: status,
    credentialSchema: schema,
  }) as unknown as AeoCredential;
}

/** The payload that did-jwt-vc makes of the same certificate in VCDM 1.1. */
export function payload11(): Record<string, unknown> & { vc: Record<string, unknown> } {
  return structuredClone({
    vc: {
      '@context': [vcdm1Context, aeoContext],
      type,
      credentialSubject: subject,
      credentialStatus: { ...status, id: 'https://agent.example/status/0/7' },
      credentialSchema: schema,
    },
    issuer: { name: 'SUNAT', country: 'PE' },
    jti: id,
    nbf: Date.parse(validFrom) / 1000,
    exp: Date.parse(validUntil) / 1000,
    iss: issuerDid,
  });
}
