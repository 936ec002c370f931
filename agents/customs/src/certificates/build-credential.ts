import {
  type AeoCredential,
  type AeoStatus,
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

/**
 * A certificate in the W3C Verifiable Credentials Data Model 2.0, not yet signed. Absent fields stay absent.
 * @param lists entries of the published lists that say the same as the chain; none where none are published
 */
export function buildCredential(
  issuer: Issuer,
  credentialId: string,
  certificate: Certificate,
  status: Omit<StatusEntry, 'type'>,
  lists: readonly object[] = [],
): AeoCredential {
  const { address, tin, nationalId, legalName, tradeName, ...rest } = certificate;
  const entry = { type: statusEntryType, ...status };
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
    credentialStatus: (lists.length === 0 ? entry : [entry, ...lists]) as AeoStatus,
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
