/** Identifiers of what Eslabón adds to the W3C data model. Versioned: a change of meaning gets a new one. */
export const vcdm2Context = 'https://www.w3.org/ns/credentials/v2';
export const vcdm1Context = 'https://www.w3.org/2018/credentials/v1';
export const aeoContext = 'https://w3id.org/eslabon/contexts/aeo/v1';
export const aeoVocabulary = 'https://w3id.org/eslabon/vocabulary#';
export const aeoSchemaId = 'https://w3id.org/eslabon/schemas/aeo-certificate/v1.json';
export const aeoCredentialType = 'AeoCertificateCredential';
export const aeoSubjectType = 'AuthorizedEconomicOperator';
export const statusEntryType = 'EslabonStatusEntry';
/** What is published in a list of its own each. */
export const statusPurposes = ['revocation', 'suspension'] as const;
/** Of the W3C Bitstring Status List. */
export const bitstringEntryType = 'BitstringStatusListEntry';
export type StatusPurpose = (typeof statusPurposes)[number];
