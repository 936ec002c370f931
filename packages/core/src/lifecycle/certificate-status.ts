import { z } from 'zod';

/** Legal status of an issued certificate as its authority decided it; expiry follows from the dates. */
export const certificateStatusSchema = z.enum(['active', 'suspended', 'revoked']);

export type CertificateStatus = z.infer<typeof certificateStatusSchema>;

export const statusActionSchema = z.enum(['suspend', 'reinstate', 'revoke']);

export type StatusAction = z.infer<typeof statusActionSchema>;

/** Reasons of a status change (domain.md §3.2). They go to partners over the protected channel, never on the chain. */
export const statusReasonSchema = z.enum([
  'CRITERIA_NOT_MET',
  'OBLIGATION_BREACH',
  'SECURITY_INCIDENT',
  'FRAUD_SUSPECTED',
  'FRAUD_ESTABLISHED',
  'UNDERLYING_LICENCE_SUSPENDED',
  'UNDERLYING_LICENCE_LOST',
  'HOLDER_REQUEST',
  'NOT_REMEDIED',
  'EXPIRED',
  'MERGER_OR_CESSATION',
  'KEY_COMPROMISE',
  'ADMIN_ERROR',
  'REINSTATED',
]);

export type StatusReason = z.infer<typeof statusReasonSchema>;
