import { z } from 'zod';
import { countrySchema } from '../identifiers/country.js';
import { tinSchema } from '../identifiers/tin.js';
import { certificateTypeSchema } from './certificate-type.js';
import { operatorRoleSchema } from './operator-role.js';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Calendar date, `YYYY-MM-DD`, that exists (30 February does not). */
export const dateSchema = z.iso.date();

/** Address fields with the lengths of WCO Data Model 239, 241, 243, 245 and 242. */
export const addressSchema = z.strictObject({
  street: text(70).optional(),
  city: text(35).optional(),
  subdivision: text(35).optional(),
  postcode: text(17).optional(),
  country: countrySchema,
});

export const nationalIdSchema = z.strictObject({
  /** Name of the national scheme: RUC, NIT, RFC, RUT… */
  scheme: text(20),
  /** As the administration writes it, punctuation included. */
  value: text(30),
});

/** What an authority certifies of one operator (domain.md §3.1). Dates are calendar days in the authority's zone. */
export const certificateSchema = z
  .strictObject({
    certificateNumber: text(35).regex(
      /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u,
      'may hold letters, digits and . _ / -',
    ),
    certificateType: certificateTypeSchema,
    operatorRoles: z.array(operatorRoleSchema).min(1).max(14),
    tin: tinSchema,
    nationalId: nationalIdSchema.optional(),
    legalName: text(256),
    tradeName: text(256).optional(),
    address: addressSchema.optional(),
    programme: text(100).optional(),
    decisionDate: dateSchema,
    effectiveDate: dateSchema,
    validUntil: dateSchema.optional(),
    lastValidationDate: dateSchema.optional(),
  })
  .refine((c) => new Set(c.operatorRoles).size === c.operatorRoles.length, {
    path: ['operatorRoles'],
    message: 'must not repeat a role',
  })
  .refine((c) => c.validUntil === undefined || c.validUntil >= c.effectiveDate, {
    path: ['validUntil'],
    message: 'must not be before effectiveDate',
  });

export type Certificate = z.infer<typeof certificateSchema>;
