import { certificateTypeSchema, operatorRoleSchema, purposeKinds, purposeSchema } from '@eslabon/core';
import { z } from 'zod';
import { instantSchema } from './common.js';
import { verdictSchema } from './verdict.js';

/** What a company may withhold, and is asked for by name. */
export const disclosableClaims = [
  'tradeName',
  'nationalId',
  'address',
  'programme',
  'lastValidationDate',
] as const;

export const presentationRequestSchema = z.strictObject({
  purpose: purposeSchema,
  types: z
    .array(certificateTypeSchema)
    .min(1)
    .max(20)
    .optional()
    .describe('Types of certificate that will do; all when absent'),
  roles: z
    .array(operatorRoleSchema)
    .min(1)
    .max(20)
    .optional()
    .describe('Roles one of which the certificate must have; any when absent'),
  disclose: z
    .array(z.enum(disclosableClaims))
    .max(disclosableClaims.length)
    .default([])
    .describe('What the company is asked to disclose beyond what a verdict needs'),
  clientId: z
    .enum(['did', 'x509', 'x509_hash'])
    .default('did')
    .describe(
      'How this authority names itself to the wallet: by its DID, by the DNS name of its certificate, or by the hash of it',
    ),
  responseMode: z.enum(['direct_post', 'direct_post.jwt']).default('direct_post.jwt'),
});

export type PresentationRequest = z.output<typeof presentationRequestSchema>;

export const presentationStates = ['open', 'fetched', 'answered', 'declined', 'expired'] as const;

export type PresentationState = (typeof presentationStates)[number];

export const createdPresentationSchema = z.object({
  id: z.uuid(),
  state: z.literal('open'),
  purpose: purposeSchema,
  requestUrl: z.string().describe('openid4vp:// link for a QR or for a wallet on the same device'),
  requestUri: z.url().describe('Where wallets fetch the signed request'),
  expiresAt: instantSchema,
});

export type CreatedPresentation = z.infer<typeof createdPresentationSchema>;

export const presentationSchema = z.object({
  id: z.uuid(),
  state: z.enum(presentationStates).describe('The last three are final'),
  purpose: purposeSchema,
  createdAt: instantSchema,
  expiresAt: instantSchema,
  answeredAt: instantSchema.optional(),
  verdict: verdictSchema.optional().describe('Of what was presented, with every check and its evidence'),
  disclosed: z.array(z.enum(disclosableClaims)).optional(),
  delegate: z
    .object({
      did: z.string(),
      purposes: z.array(z.enum(purposeKinds)),
      references: z.array(z.string()).optional(),
      until: instantSchema,
    })
    .optional()
    .describe('Who presented in place of the company'),
  refusals: z
    .array(z.object({ at: instantSchema, code: z.string(), detail: z.string() }))
    .describe('Answers of wallets that were refused, the newest last'),
});

export type Presentation = z.infer<typeof presentationSchema>;
