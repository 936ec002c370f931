import { countrySchema, purposeKinds, purposeSchema, verdicts } from '@eslabon/core';
import { z } from 'zod';
import { instantSchema } from './common.js';

const sentence = z.object({ en: z.string(), es: z.string(), pt: z.string() });

export const verificationRequestSchema = z.strictObject({
  presented: z
    .union([z.string().min(1).max(524_288), z.record(z.string(), z.unknown())])
    .describe('A credential or presentation: compact JWT, or a JSON object that envelopes one'),
  at: z.iso.datetime({ offset: true }).optional().describe('The instant asked about; now when absent'),
  purpose: purposeSchema
    .optional()
    .describe('What it is presented for: whoever acts for a company must be authorised for it'),
});

/** The verdict of @eslabon/core as JSON. */
export const verdictSchema = z.object({
  verdict: z.enum(verdicts),
  reasons: z.array(z.object({ code: z.string(), sentence })),
  checks: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['pass', 'fail', 'skip', 'unknown']),
      code: z.string(),
      sentence,
      evidence: z.record(z.string(), z.unknown()),
    }),
  ),
  at: instantSchema,
  as: countrySchema,
  asOf: z
    .object({
      chainId: z.int(),
      blockNumber: z.int(),
      blockHash: z.string(),
      blockTime: instantSchema,
      age: z.number(),
      freshness: z.enum(['fresh', 'ageing', 'stale']),
      trust: z.record(z.string(), z.unknown()),
    })
    .optional(),
  certificate: z.record(z.string(), z.unknown()).optional(),
  arrangement: z.record(z.string(), z.unknown()).optional(),
  delegate: z
    .object({
      did: z.string(),
      purposes: z.array(z.enum(purposeKinds)),
      references: z.array(z.string()).optional(),
      validUntil: instantSchema,
    })
    .optional()
    .describe('Who presented the certificate in place of the company'),
});
