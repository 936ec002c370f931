import {
  certificateSchema,
  certificateStatusSchema,
  statusActionSchema,
  statusReasonSchema,
  unreadable,
} from '@eslabon/core';
import { z } from 'zod';
import { instantSchema } from './common.js';

export const certificateStateSchema = z
  .enum(['proposed', 'issued', 'rejected'])
  .describe('Where the grant stands; only an issued certificate has a credential and a status');

export const chainWriteStateSchema = z
  .enum(['scheduled', 'superseded', 'queued', 'sent', 'confirmed', 'failed'])
  .describe(
    'scheduled: waits for its effective date; superseded: another decision left it without effect before that; ' +
      'queued: waits for the chain; failed: needs a person',
  );

export const statusChangeViewSchema = z.object({
  id: z.uuid(),
  certificateId: z.uuid(),
  action: statusActionSchema,
  reason: statusReasonSchema.nullable().describe('null when a register file did not say'),
  decision: z.object({ reference: z.string(), date: z.iso.date() }).nullable(),
  effectiveAt: instantSchema,
  decidedBy: z.string(),
  decidedAt: instantSchema,
  state: chainWriteStateSchema,
  transaction: z.string().nullable(),
  blockNumber: z.int().nullable(),
  note: z.string().nullable().describe('What delays or stopped the write, and what to do'),
});

export type StatusChangeView = z.infer<typeof statusChangeViewSchema>;

export const certificateViewSchema = z.object({
  id: z.uuid(),
  state: certificateStateSchema,
  status: certificateStatusSchema.nullable().describe('As decided; null until issued'),
  certificate: certificateSchema,
  contactEmail: z.string().nullable(),
  statusEntry: z.object({ list: z.int(), index: z.int() }).nullable(),
  credentialId: z.string().nullable(),
  proposedBy: z.string(),
  proposedAt: instantSchema,
  issuedBy: z.string().nullable(),
  issuedAt: instantSchema.nullable(),
  pendingChange: statusChangeViewSchema
    .nullable()
    .describe('The status change decided last of those that the chain has not confirmed'),
  pendingChanges: z
    .array(statusChangeViewSchema)
    .describe(
      'All that are scheduled, that wait for the chain or that it refused, in the order of their effect',
    ),
});

export type CertificateView = z.infer<typeof certificateViewSchema>;

export const proposalSchema = z.strictObject({
  certificate: certificateSchema.superRefine((certificate, context) => {
    for (const path of unreadableTexts(certificate)) {
      context.addIssue({
        code: 'custom',
        path,
        message: 'must not hold control characters or marks of direction',
      });
    }
  }),
  contactEmail: z.email().max(254).optional(),
});

export const historyEntrySchema = z.object({
  sequence: z.int(),
  at: instantSchema,
  actor: z.string(),
  event: z.enum([
    'PROPOSED',
    'ISSUED',
    'REJECTED',
    'IMPORTED',
    'RENEWAL_PROPOSED',
    'RENEWAL_REJECTED',
    'RENEWED',
    'OFFERED',
    'OFFER_WITHDRAWN',
    'EMAILED',
    'EMAIL_FAILED',
    'RECEIVED',
    'PRINTED',
    'STATUS_DECIDED',
    'STATUS_SUPERSEDED',
    'STATUS_CONFIRMED',
    'STATUS_FAILED',
  ]),
  data: z.record(z.string(), z.unknown()),
});

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const statusDecisionSchema = z
  .strictObject({
    action: statusActionSchema,
    reason: statusReasonSchema.describe('Goes to partners over the protected channel, never on the chain'),
    decision: z.strictObject({
      reference: z.string().trim().min(1).max(100).describe('Number of the legal decision'),
      date: z.iso.date(),
    }),
    effectiveDate: z.iso
      .date()
      .optional()
      .describe('In the zone of the authority; a future date is scheduled'),
    confirm: z.string().optional().describe('To revoke, which is final: repeat the certificate number'),
  })
  .describe('A decision with legal effect');

export const rejectionSchema = z.strictObject({ note: z.string().trim().min(1).max(500) });

/** Where texts are that hold what nobody reads. */
function unreadableTexts(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return unreadable.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => unreadableTexts(member, [...path, name]));
}
