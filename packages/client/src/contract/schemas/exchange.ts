import { z } from 'zod';
import { problemDetailSchema } from './common.js';

const document = (description: string) => z.unknown().describe(description);

/** VC-API: what an issuer is asked. A member beside these is refused, so that nothing asked for is left out unnoticed. */
export const issueRequestSchema = z.strictObject({
  credential: document('The credential, not yet secured; every member is kept'),
  options: z
    .strictObject({
      mandatoryPointers: z
        .array(z.string().max(1024))
        .max(256)
        .optional()
        .describe('JSON pointers to what a holder can never leave out (ecdsa-sd-2023)'),
    })
    .optional(),
});

export const issueAnswerSchema = z.object({
  verifiableCredential: document('The secured credential, or its envelope'),
});

const checksSchema = z
  .array(z.string().max(60))
  .max(20)
  .optional()
  .describe(
    '“credentialStatus” is left out when this names other checks alone; everything else is checked always',
  );

const bindingSchemas = {
  domain: z
    .union([z.string().min(1).max(2048), z.array(z.string().min(1).max(2048)).min(1).max(20)])
    .optional()
    .describe('Who the presentation has to be for'),
  challenge: z.string().min(1).max(1024).optional().describe('What it has to answer'),
};

export const verifyCredentialRequestSchema = z.strictObject({
  verifiableCredential: document('A secured credential, or an EnvelopedVerifiableCredential'),
  options: z.strictObject({ checks: checksSchema, ...bindingSchemas }).optional(),
});

export const verifyPresentationRequestSchema = z.strictObject({
  verifiablePresentation: document('A secured presentation, or an EnvelopedVerifiablePresentation'),
  options: z.strictObject({ checks: checksSchema, ...bindingSchemas }).optional(),
});

/** A verification that succeeded; one that did not is a problem with `checks` and `problemDetails`. */
export const verificationAnswerSchema = z.object({
  verified: z.literal(true),
  checks: z.array(z.string()).describe('What was checked'),
  warnings: z.array(problemDetailSchema),
  errors: z.array(problemDetailSchema).max(0),
});

export const challengeSchema = z.object({
  challenge: z.string().describe('For one presentation, and a few minutes'),
});

export const deriveRequestSchema = z.strictObject({
  verifiableCredential: document('A credential with a base proof of ecdsa-sd-2023'),
  options: z
    .strictObject({
      selectivePointers: z
        .array(z.string().max(1024))
        .max(256)
        .optional()
        .describe('JSON pointers to what is disclosed beside what is mandatory'),
    })
    .optional(),
});
