import { z } from 'zod';
import { credentialIdSchema, dateTimeStampSchema } from '../credential/aeo-credential.js';
import { vcdm2Context } from '../credential/identifiers.js';
import { didJwkSchema } from '../identifiers/did-jwk.js';
import { purposeKinds, purposeReferenceSchema } from '../purpose/purpose.js';
import { delegateType, delegationContext, delegationStatusEntryType, delegationType } from './identifiers.js';
import { delegationLimits } from './limits.js';

const { references, entries, maxAge, lasts } = delegationLimits;

const isFreeOfRepetitions = (values: readonly string[]): boolean => new Set(values).size === values.length;
const unique = 'must not repeat itself';

/** Where the company says whether it has withdrawn the delegation: an index of the status list that it signs. */
export const delegationStatusEntrySchema = z.strictObject({
  type: z.literal(delegationStatusEntryType),
  /**
   * `sub` of the list. It is a name: verifiers get the list from the delegate and never fetch it. The delegate does, so
   * that it is over TLS, but for agents that are tried on one machine.
   */
  statusListUri: z.union([
    z.url({ protocol: /^https$/ }).max(2048),
    z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost)$/ }).max(2048),
  ]),
  index: z
    .int()
    .min(0)
    .max(entries - 1),
  /** Seconds. An older list says nothing. */
  maxAge: z.int().min(maxAge.least).max(maxAge.most),
});

export type DelegationStatusEntry = z.infer<typeof delegationStatusEntrySchema>;

/** The company's certificate in its envelope (VCDM 2.0 §4.13); what is in it is read by whoever reads certificates. */
const envelopeSchema = z.strictObject({
  '@context': z.union([z.literal(vcdm2Context), z.tuple([z.literal(vcdm2Context)])]),
  id: z.string().regex(/^data:application\/(vc\+jwt|dc\+sd-jwt),./, 'must hold a vc+jwt or a dc+sd-jwt'),
  type: z.union([
    z.literal('EnvelopedVerifiableCredential'),
    z.tuple([z.literal('EnvelopedVerifiableCredential')]),
  ]),
});

const delegateSchema = z
  .strictObject({
    /** The delegate's key. */
    id: didJwkSchema,
    type: z.literal(delegateType),
    purposes: z
      .array(z.enum(purposeKinds))
      .min(1)
      .max(purposeKinds.length)
      .refine(isFreeOfRepetitions, unique),
    /** The declarations and consignments that it is for; for any when absent. */
    references: z
      .array(purposeReferenceSchema)
      .min(1)
      .max(references)
      .refine(isFreeOfRepetitions, unique)
      .optional(),
    certificate: envelopeSchema,
  })
  .refine(
    ({ purposes, references: limited }) =>
      limited === undefined || purposes.some((kind) => kind !== 'counter'),
    'references limit declarations and consignments, and this is for the counter only',
  );

/**
 * A delegation: the company that a certificate is about lets someone else's key present it, for stated purposes and a
 * short time. VCDM 2.0, signed by the company as `vc+jwt`. Unknown members are refused.
 */
export const delegationSchema = z
  .strictObject({
    '@context': z.tuple([z.literal(vcdm2Context), z.literal(delegationContext)]),
    id: credentialIdSchema,
    type: z.tuple([z.literal('VerifiableCredential'), z.literal(delegationType)]),
    /** The company's key: the one that its certificate names as the holder's. */
    issuer: didJwkSchema,
    validFrom: dateTimeStampSchema,
    validUntil: dateTimeStampSchema,
    credentialSubject: delegateSchema,
    credentialStatus: delegationStatusEntrySchema.optional(),
  })
  .refine(
    ({ validFrom, validUntil }) => Date.parse(validUntil) > Date.parse(validFrom),
    'must end after it begins',
  )
  .refine(
    ({ validFrom, validUntil }) => Date.parse(validUntil) - Date.parse(validFrom) <= lasts * 1000,
    'must not last longer than 31 days',
  );

export type Delegation = z.infer<typeof delegationSchema>;
