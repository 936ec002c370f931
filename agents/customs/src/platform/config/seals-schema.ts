import { z } from 'zod';
import { hexSchema } from './hex-schema.js';

/** Fewest validators that survive one traitor. */
const usualMinimum = 4;

/** Their order says nothing in a file; headers have them ascending. */
const validatorsSchema = z
  .array(hexSchema(20))
  .min(1)
  .max(1024)
  .refine((all) => new Set(all).size === all.length, 'has a validator twice')
  .transform((all) => [...all].sort());

/** The validators that border posts were given, as in their trust anchors: bundles then lead from there by their seals. */
export const sealsSchema = z
  .strictObject({
    checkpoint: z.strictObject({
      number: z.int().min(0),
      hash: hexSchema(32),
      timestamp: z.int().min(0),
      validators: validatorsSchema,
    }),
    /** Seconds for which a set of validators may vouch for the next. */
    trustingPeriod: z.int().min(1),
    minValidators: z.int().min(1).max(1024).optional(),
  })
  .superRefine(({ checkpoint, minValidators = usualMinimum }, context) => {
    if (checkpoint.validators.length >= minValidators) return;
    const message = `has fewer than minValidators, which is ${minValidators}`;
    context.addIssue({ code: 'custom', message, path: ['checkpoint', 'validators'] });
  });
