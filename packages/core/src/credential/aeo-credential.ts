import { z } from 'zod';
import { dateSchema, nationalIdSchema } from '../certificate/certificate.js';
import { certificateTypeSchema } from '../certificate/certificate-type.js';
import { operatorRoleSchema } from '../certificate/operator-role.js';
import { countrySchema } from '../identifiers/country.js';
import { ethrDidSchema } from '../identifiers/did.js';
import type { Address } from '../identifiers/hex.js';
import { tinSchema } from '../identifiers/tin.js';
import {
  aeoContext,
  aeoCredentialType,
  aeoSchemaId,
  aeoSubjectType,
  bitstringEntryType,
  statusEntryType,
  vcdm1Context,
  vcdm2Context,
} from './identifiers.js';

const text = (max: number) => z.string().min(1).max(max);

/** XSD dateTimeStamp: an offset is mandatory (VCDM 2.0 §4.9). */
export const dateTimeStampSchema = z.iso.datetime({ offset: true });

/** Our entry in `credentialStatus`: where on which chain the two status bits of this certificate stand. */
export const statusEntrySchema = z.strictObject({
  type: z.literal(statusEntryType),
  chainId: z.int().positive(),
  contract: z
    .string()
    .regex(/^0x[0-9a-f]{40}$/)
    .transform((value) => value as Address),
  list: z.int().min(0).max(0xffffffff),
  index: z.int().min(0).max(1_048_575),
});

export type StatusEntry = z.infer<typeof statusEntrySchema>;

const bitstringEntry = <const P extends 'revocation' | 'suspension'>(purpose: P) =>
  z.strictObject({
    type: z.literal(bitstringEntryType),
    statusPurpose: z.literal(purpose),
    /** The index of the chain entry, as a text (Bitstring Status List §2.1). */
    statusListIndex: z.string().regex(/^(0|[1-9]\d{0,6})$/),
    statusListCredential: z.url({ protocol: /^https$/ }).max(2048),
  });

/**
 * `credentialStatus` of a certificate: our chain entry, alone or followed by the entries of the Bitstring Status Lists
 * that are made from the same words of the chain, for verifiers who have no access to it. All are of one index.
 */
export const aeoStatusSchema = z.union([
  statusEntrySchema,
  z
    .tuple([statusEntrySchema, bitstringEntry('revocation'), bitstringEntry('suspension')])
    .refine(
      ([{ index }, ...lists]) => lists.every(({ statusListIndex }) => statusListIndex === `${index}`),
      'entries of one certificate must have one index',
    ),
]);

export type AeoStatus = z.infer<typeof aeoStatusSchema>;

export const aeoSubjectSchema = z.strictObject({
  /** DID of the holder, where the company has one. */
  id: z.url().max(2048).optional(),
  type: z.literal(aeoSubjectType),
  legalName: text(256),
  tradeName: text(256).optional(),
  tin: tinSchema,
  nationalId: nationalIdSchema.optional(),
  address: z
    .strictObject({
      type: z.literal('PostalAddress'),
      streetAddress: text(70).optional(),
      addressLocality: text(35).optional(),
      addressRegion: text(35).optional(),
      postalCode: text(17).optional(),
      addressCountry: countrySchema,
    })
    .optional(),
  certificate: z.strictObject({
    type: z.literal('AeoCertificate'),
    certificateNumber: text(35),
    certificateType: certificateTypeSchema,
    operatorRoles: z.array(operatorRoleSchema).min(1).max(14),
    programme: text(100).optional(),
    decisionDate: dateSchema,
    effectiveDate: dateSchema,
    validUntil: dateSchema.optional(),
    lastValidationDate: dateSchema.optional(),
  }),
});

export type AeoSubject = z.infer<typeof aeoSubjectSchema>;

const issuerSchema = z.strictObject({ id: ethrDidSchema, name: text(256), country: countrySchema });
export const credentialIdSchema = z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const schemaReference = z.strictObject({ id: z.literal(aeoSchemaId), type: z.literal('JsonSchema') });

/** An AEO certificate in the W3C Verifiable Credentials Data Model 2.0. Unknown members are refused. */
export const aeoCredentialSchema = z.strictObject({
  '@context': z.tuple([z.literal(vcdm2Context), z.literal(aeoContext)]),
  id: credentialIdSchema,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal(aeoCredentialType)]),
  issuer: issuerSchema,
  validFrom: dateTimeStampSchema,
  validUntil: dateTimeStampSchema.optional(),
  credentialSubject: aeoSubjectSchema,
  credentialStatus: aeoStatusSchema,
  credentialSchema: schemaReference,
});

export type AeoCredential = z.infer<typeof aeoCredentialSchema>;

/** The same certificate in VCDM 1.1, for stock Veramo partners, as found after mapping the JWT claims back. */
export const aeoCredential11Schema = z.strictObject({
  '@context': z.tuple([z.literal(vcdm1Context), z.literal(aeoContext)]),
  id: credentialIdSchema,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal(aeoCredentialType)]),
  issuer: issuerSchema,
  issuanceDate: dateTimeStampSchema,
  expirationDate: dateTimeStampSchema.optional(),
  credentialSubject: aeoSubjectSchema,
  credentialStatus: statusEntrySchema.extend({ id: z.url().max(2048) }),
  credentialSchema: schemaReference,
});

export type AeoCredential11 = z.infer<typeof aeoCredential11Schema>;
