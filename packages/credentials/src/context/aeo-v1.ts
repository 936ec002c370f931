import { aeoCredentialType, aeoSubjectType, aeoVocabulary, statusEntryType } from '@eslabon/core';

const own = (name: string): string => `${aeoVocabulary}${name}`;
const schemaOrg = (name: string): string => `https://schema.org/${name}`;
const xsd = (name: string): string => `http://www.w3.org/2001/XMLSchema#${name}`;
const date = (name: string) => ({ '@id': own(name), '@type': xsd('date') });
const integer = (name: string) => ({ '@id': own(name), '@type': xsd('nonNegativeInteger') });

const certificate = {
  '@id': own('AeoCertificate'),
  '@context': {
    '@protected': true,
    certificateNumber: own('certificateNumber'),
    certificateType: own('certificateType'),
    operatorRoles: { '@id': own('operatorRole'), '@container': '@set' },
    programme: own('programme'),
    decisionDate: date('decisionDate'),
    effectiveDate: date('effectiveDate'),
    validUntil: date('validUntil'),
    lastValidationDate: date('lastValidationDate'),
  },
} as const;

const postalAddress = {
  '@id': schemaOrg('PostalAddress'),
  '@context': {
    '@protected': true,
    streetAddress: schemaOrg('streetAddress'),
    addressLocality: schemaOrg('addressLocality'),
    addressRegion: schemaOrg('addressRegion'),
    postalCode: schemaOrg('postalCode'),
    addressCountry: schemaOrg('addressCountry'),
  },
} as const;

const subject = {
  '@id': own(aeoSubjectType),
  '@context': {
    '@protected': true,
    legalName: schemaOrg('legalName'),
    tradeName: schemaOrg('alternateName'),
    tin: schemaOrg('taxID'),
    nationalId: {
      '@id': own('nationalId'),
      '@context': { '@protected': true, scheme: own('identifierScheme'), value: schemaOrg('value') },
    },
    address: schemaOrg('address'),
    certificate: own('certificate'),
  },
} as const;

const statusEntry = {
  '@id': own(statusEntryType),
  '@context': {
    '@protected': true,
    chainId: integer('chainId'),
    contract: own('contract'),
    list: integer('list'),
    index: integer('index'),
  },
} as const;

/** Where the bits of a published status list come from; such lists are W3C credentials of their own. */
const statusSource = {
  '@id': own('EslabonStatusSource'),
  '@context': {
    '@protected': true,
    chainId: integer('chainId'),
    contract: own('contract'),
    list: integer('list'),
    version: integer('version'),
    block: integer('block'),
  },
} as const;

/**
 * Our JSON-LD context, to be served at the URL `aeoContext` of core. Every term is protected and scoped to the type
 * that has it; there is no `@vocab`, so a member that is not defined here is an error and not a silent guess. What
 * schema.org has is taken from there. `name` is defined as VCDM 2.0 defines it, for VCDM 1.1, which does not.
 */
export const aeoContextDocument = {
  '@context': {
    '@version': 1.1,
    '@protected': true,
    name: schemaOrg('name'),
    country: schemaOrg('addressCountry'),
    [aeoCredentialType]: own(aeoCredentialType),
    [aeoSubjectType]: subject,
    AeoCertificate: certificate,
    PostalAddress: postalAddress,
    [statusEntryType]: statusEntry,
    statusSource: own('statusSource'),
    EslabonStatusSource: statusSource,
  },
} as const;
