import { dateSchema, operatorRoleSchema } from '@eslabon/core';
import { z } from 'zod';
import { instantSchema } from './common.js';

/** What a renewal may change. It only adds: copies that are held already keep what they say. */
export const renewalSchema = z
  .strictObject({
    decisionDate: dateSchema.describe('Of the decision to renew'),
    validUntil: dateSchema.optional().describe('Later than before'),
    operatorRoles: z.array(operatorRoleSchema).min(1).max(14).optional().describe('All of before, and more'),
    lastValidationDate: dateSchema.optional(),
  })
  .refine(({ validUntil, operatorRoles }) => validUntil !== undefined || operatorRoles !== undefined, {
    message: 'has to have validUntil or operatorRoles',
  });

export type RenewalChanges = z.infer<typeof renewalSchema>;

export const renewalViewSchema = z.object({
  id: z.uuid(),
  certificateId: z.uuid(),
  state: z.enum(['proposed', 'issued', 'rejected']),
  changes: z.object(renewalSchema.shape),
  proposedBy: z.string(),
  proposedAt: instantSchema,
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
});

export type RenewalView = z.infer<typeof renewalViewSchema>;

/** A renewal that waits, with what its certificate says now. */
export const waitingRenewalSchema = renewalViewSchema.extend({
  certificate: z.object({
    certificateNumber: z.string(),
    legalName: z.string(),
    tin: z.string(),
    validUntil: dateSchema.nullable(),
    operatorRoles: z.array(operatorRoleSchema),
  }),
});

export type WaitingRenewal = z.infer<typeof waitingRenewalSchema>;

export const renewalParams = z.object({
  id: z.uuid().describe('Identifier of the certificate'),
  renewalId: z.uuid().describe('Identifier of the renewal'),
});
