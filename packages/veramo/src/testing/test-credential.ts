import type { Address, AeoCredential, Country, Did } from '@eslabon/core';
import {
  aeoContext,
  aeoCredentialSchema,
  aeoCredentialType,
  aeoSchemaId,
  aeoSubjectType,
  parseEthrDid,
  statusEntryType,
  vcdm2Context,
} from '@eslabon/core';

export interface TestCredentialOptions {
  did: Did;
  country?: string;
  /** Address of StatusRegistry. */
  contract: Address;
  /** Status index in list 0; also tells certificates apart. */
  index?: number;
  validFrom?: string;
  validUntil?: string;
}

/** A complete AEO credential of a Peruvian exporter, valid from 2026 to 2030 unless told otherwise. */
export function testCredential(options: TestCredentialOptions): AeoCredential {
  const { did, country = 'PE' as Country, contract, index = 0 } = options;
  const { validFrom = '2026-01-01T00:00:00-05:00', validUntil = '2030-12-31T23:59:59-05:00' } = options;
  return aeoCredentialSchema.parse({
    '@context': [vcdm2Context, aeoContext],
    id: `urn:uuid:00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`,
    type: ['VerifiableCredential', aeoCredentialType],
    issuer: { id: did, name: `Customs of ${country}`, country },
    validFrom,
    validUntil,
    credentialSubject: {
      type: aeoSubjectType,
      legalName: 'Exportadora Ñandú S.A.C.',
      tin: `${country}20${String(index).padStart(9, '0')}`,
      certificate: {
        type: 'AeoCertificate',
        certificateNumber: `${country}-OEA-${index}`,
        certificateType: 'full',
        operatorRoles: ['EX', 'IM'],
        decisionDate: '2025-12-15',
        effectiveDate: '2026-01-01',
        validUntil: '2030-12-31',
      },
    },
    credentialStatus: {
      type: statusEntryType,
      chainId: parseEthrDid(did).chainId,
      contract,
      list: 0,
      index,
    },
    credentialSchema: { id: aeoSchemaId, type: 'JsonSchema' },
  });
}
