import { type AeoCredential, aeoCredentialSchema, type Language } from '@eslabon/core';
import { localSigner } from '@eslabon/credentials';
import type { Terms } from '../page/facts-of.js';

const issuer = 'did:ethr:0x9e55c:0x1111111111111111111111111111111111111111';

/** A certificate with names of one's own choice. */
export function sampleCredential(
  legalName = 'Exportadora Andina S.A.C.',
  name = 'Superintendencia Nacional de Aduanas',
): AeoCredential {
  return aeoCredentialSchema.parse({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/eslabon/contexts/aeo/v1'],
    id: 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0001',
    type: ['VerifiableCredential', 'AeoCertificateCredential'],
    issuer: { id: issuer, name, country: 'PE' },
    validFrom: '2026-01-10T00:00:00-05:00',
    validUntil: '2029-01-10T23:59:59-05:00',
    credentialSubject: {
      type: 'AuthorizedEconomicOperator',
      legalName,
      tin: 'PE20123456786',
      certificate: {
        type: 'AeoCertificate',
        certificateNumber: 'PE-OEA-0007',
        certificateType: 'security',
        operatorRoles: ['IM', 'EX'],
        decisionDate: '2026-01-05',
        effectiveDate: '2026-01-10',
        validUntil: '2029-01-10',
      },
    },
    credentialStatus: {
      type: 'EslabonStatusEntry',
      ...{ chainId: 648_540, contract: `0x${'4'.repeat(40)}`, list: 0, index: 7 },
    },
    credentialSchema: { id: 'https://w3id.org/eslabon/schemas/aeo-certificate/v1.json', type: 'JsonSchema' },
  });
}

const { sign } = localSigner({
  ...{ kty: 'EC', crv: 'P-256', d: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE' },
  x: 'axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY',
  y: 'T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',
});

/** What signs it: the key whose private number is 1, so that codes are the same in every run. */
export const samplePrinting = {
  kid: `${issuer}#delegate-1`,
  algorithm: 'ES256',
  issuedAt: 1_767_614_400,
  sign,
} as const;

export const samplingKey = { algorithm: 'ES256', key: 'delegate-1', issuedAt: 1_767_614_400 } as const;

/** Names of types and roles that say in which language they are. */
export const sampleTerms = Object.fromEntries(
  (['es', 'pt', 'en'] as Language[]).map((language) => {
    const named = (names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, `${name.toLowerCase()} (${language}) denominado`]));
    const roles = ['IM', 'EX', 'MF', 'CB', 'CA', 'GA', 'GT', 'CG', 'FW', 'CS', 'WH', 'TR', 'DT', 'AE'];
    return [language, { types: named(['security', 'compliance', 'full']), roles: named(roles) }];
  }),
) as unknown as Terms;
