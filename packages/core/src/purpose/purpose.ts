import { z } from 'zod';

/** What a certificate is asked for: at a counter, for a customs declaration, or for a consignment at the border. */
export const purposeKinds = ['counter', 'declaration', 'consignment'] as const;

export type PurposeKind = (typeof purposeKinds)[number];

/**
 * Number of a declaration or consignment, up to the 35 characters that the WCO Data Model gives them. It is compared as
 * it is and read by people who decide by it, so it has no character that cannot be seen.
 */
export const purposeReferenceSchema = z
  .string()
  .min(1)
  .max(35)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'must not hold control characters');

/** Why somebody is asked to present a certificate. */
export const purposeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('counter') }),
  z.strictObject({ kind: z.literal('declaration'), reference: purposeReferenceSchema }),
  z.strictObject({ kind: z.literal('consignment'), reference: purposeReferenceSchema }),
]);

export type Purpose = z.infer<typeof purposeSchema>;
