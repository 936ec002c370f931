import { type Address, type AeoCredential, aeoCredentialSchema, type Did } from '@eslabon/core';

export interface PeruvianCertificate {
  issuer: Did;
  /** The status registry. */
  contract: Address;
  list: number;
  index: number;
  legalName?: string;
  operatorRole?: 'EX' | 'IM';
  /** did:jwk of the company's wallet. */
  holder?: string | undefined;
}

/** A Peruvian certificate that is in force since November 2023, not yet signed. */
export function peruvianCredential(certificate: PeruvianCertificate): AeoCredential {
  const { issuer, contract, list, index } = certificate;
  const { legalName = 'Agroindustrias del Norte S.A.C.', operatorRole = 'EX' } = certificate;
  return aeoCredentialSchema.parse({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/eslabon/contexts/aeo/v1'],
    id: 'urn:uuid:3b0f1c1e-52b0-4f3a-9a39-6a2b1f3f9a02',
    type: ['VerifiableCredential', 'AeoCertificateCredential'],
    issuer: { id: issuer, name: 'SUNAT', country: 'PE' },
    validFrom: '2023-11-14T22:46:40Z',
    credentialSubject: {
      ...(certificate.holder !== undefined && { id: certificate.holder }),
      type: 'AuthorizedEconomicOperator',
      legalName,
      tin: 'PE20100047218',
      certificate: {
        type: 'AeoCertificate',
        certificateNumber: 'PE-OEA-2023-0012',
        certificateType: 'security',
        operatorRoles: [operatorRole],
        decisionDate: '2023-11-10',
        effectiveDate: '2023-11-14',
      },
    },
    credentialStatus: { type: 'EslabonStatusEntry', chainId: 648540, contract, list, index },
    credentialSchema: { id: 'https://w3id.org/eslabon/schemas/aeo-certificate/v1.json', type: 'JsonSchema' },
  });
}
