import { countrySchema, ethrDidSchema, type Hex, verdicts } from '@eslabon/core';
import { z } from 'zod';
import { instantSchema } from './common.js';

/** Most decisions that one upload may hold. */
export const maxDecisions = 1000;

/** Largest upload in bytes. A usual decision has about 900, the largest possible about 4,000. */
export const maxDecisionBytes = 2 * 1024 * 1024;

const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    // A log is read in terminals and spreadsheets: nothing in it may steer them.
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'must not hold control characters')
    .refine((value) => value === value.trim(), 'must not begin or end with a space');

const hashSchema = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, 'must be 32 bytes in lower-case hexadecimal with 0x')
  .transform((value) => value as Hex);

const presentedSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.enum(['file', 'paste', 'camera', 'tin']).describe('tin: found in the register of the bundle'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal')
      .describe('SHA-256 of the text that was presented, in UTF-8, without spaces around it'),
  }),
  z.strictObject({
    by: z.literal('wallet').describe('Presented to the agent by a wallet that was asked'),
    request: z.uuid().describe('Id of the request to present, under which the agent keeps what it got'),
  }),
]);

/**
 * What a border post decided about one credential, as its log has it. Written without a network and uploaded later,
 * therefore named by an id that the post makes, and never changed afterwards.
 */
export const decisionSchema = z
  .strictObject({
    id: z.uuid().toLowerCase().describe('Made by the post; an upload may be repeated'),
    post: text(100).describe('Name of the border post, as it calls itself'),
    officer: text(100).optional().describe('Name or number of the officer, where the administration logs it'),
    decidedAt: instantSchema.describe('By the clock of the post, in UTC'),
    as: countrySchema.describe('The country whose policy was applied'),
    verdict: z.enum(verdicts),
    reasons: z
      .array(z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, 'must be a reason code, such as STATUS_SUSPENDED'))
      .max(20)
      .describe('Codes of the verdict’s reasons, most important first'),
    action: z
      .enum(['granted', 'refused', 'other'])
      .optional()
      .describe('What the officer did: granted the benefits, refused them, or something else'),
    certificate: z
      .strictObject({ certificateNumber: text(35), issuer: ethrDidSchema.describe('DID of the authority') })
      .optional()
      .describe('Absent where nothing of what was presented could be trusted'),
    presented: presentedSchema.describe('What was decided about; the text itself stays at the post'),
    bundle: z
      .strictObject({
        block: z.int().min(0),
        hash: hashSchema.describe('Hash of the block'),
        digest: hashSchema
          .optional()
          .describe('bundleDigest of the file: keccak-256 of its payload; absent where the agent verified'),
      })
      .optional()
      .describe('The bundle that the verdict stands on; absent when none could be used'),
    app: text(50).describe('Version of the program that decided'),
  })
  .describe('One decision of a border post');

/** As it is read. */
export type Decision = z.output<typeof decisionSchema>;

/** As a post writes it. */
export type DecisionInput = z.input<typeof decisionSchema>;

export const decisionUploadSchema = z.strictObject({
  decisions: z.array(decisionSchema).min(1).max(maxDecisions),
});

export const decisionReceiptSchema = z.object({
  stored: z.int().describe('Decisions that were new'),
  known: z.int().describe('Decisions that an earlier upload had brought, with the same content'),
});

export type DecisionReceipt = z.infer<typeof decisionReceiptSchema>;

export const decisionViewSchema = decisionSchema.extend({
  receivedAt: instantSchema.describe('When the agent got it'),
  receivedFrom: z.string().describe('Name of the API key that uploaded it'),
});

export type DecisionView = z.infer<typeof decisionViewSchema>;
