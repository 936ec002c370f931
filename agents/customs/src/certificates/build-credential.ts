import {
  type AeoCredential,
  aeoContext,
  aeoCredentialType,
  aeoSchemaId,
  aeoSubjectType,
  type Certificate,
  type Country,
  type Did,
  type StatusEntry,
  statusEntryType,
  vcdm2Context,
} from '@eslabon/core';
import { endOfDay, startOfDay } from './legal-dates.js';

export interface Issuer {
  did: Did;
  name: string;
  country: Country;
  utcOffset: string;
}

/** A certificate in the W3C Verifiable Credentials Data Model 2.0, not yet signed. Absent fields stay absent. */
export function buildCredential(
  issuer: Issuer,
  credentialId: string,
  certificate: Certificate,
  status: Omit<StatusEntry, 'type'>,
): AeoCredential {
  const { address, tin, nationalId, legalName, tradeName, ...rest } = certificate;
  return {
    '@context': [vcdm2Context, aeoContext],
    id: credentialId,
    type: ['VerifiableCredential', aeoCredentialType],
    issuer: { id: issuer.did, name: issuer.name, country: issuer.country },
    validFrom: startOfDay(certificate.effectiveDate, issuer.utcOffset),
    ...(certificate.validUntil === undefined
      ? {}
      : { validUntil: endOfDay(certificate.validUntil, issuer.utcOffset) }),
    credentialSubject: {
      type: aeoSubjectType,
      legalName,
      ...(tradeName === undefined ? {} : { tradeName }),
      tin,
      ...(nationalId === undefined ? {} : { nationalId }),
      ...(address === undefined ? {} : { address: toPostalAddress(address) }),
      certificate: { type: 'AeoCertificate', ...rest },
    },
    credentialStatus: { type: statusEntryType, ...status },
    credentialSchema: { id: aeoSchemaId, type: 'JsonSchema' },
  };
}

function toPostalAddress(address: NonNullable<Certificate['address']>) {
  return {
    type: 'PostalAddress' as const,
    ...(address.street === undefined ? {} : { streetAddress: address.street }),
    ...(address.city === undefined ? {} : { addressLocality: address.city }),
    ...(address.subdivision === undefined ? {} : { addressRegion: address.subdivision }),
    ...(address.postcode === undefined ? {} : { postalCode: address.postcode }),
    addressCountry: address.country,
  };
}
