import { gasAllowances, type SubmitterConfig } from '@eslabon/chain';
import { z } from 'zod';
import { hexSchema } from './hex-schema.js';

const membership = z.enum(['basic', 'standard']).transform((name) => gasAllowances[name]);

/** By which way instructions reach the chain: see `SubmitterConfig` of @eslabon/chain. */
export const submitterSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('direct') }),
  z.strictObject({
    model: z.literal('relay'),
    relaySignerUrl: z.url(),
    nodeAddress: hexSchema(20),
    /** RelaySigners refuse what expires in less than five minutes. */
    expirationSeconds: z.int().min(300).max(86_400).default(600),
    /** Gas of the node in one block: a membership or a number. */
    gasAllowance: z.union([membership, z.int().min(350_000)]),
  }),
  z.strictObject({
    model: z.literal('hub'),
    hub: hexSchema(20),
    space: z.int().min(0).max(0xffff_ffff).default(0),
  }),
]) satisfies z.ZodType<SubmitterConfig>;
