import { layoutVersion } from '@eslabon/did-registry';
import { z } from 'zod';
import { hexSchema } from './hex-schema.js';

const pinSchema = z.strictObject({ address: hexSchema(20), codeHash: hexSchema(32) });

/** Protocols by the block from which on they make the blocks. */
const consensusSchema = z
  .array(z.strictObject({ fromBlock: z.int().min(0), protocol: z.enum(['qbft', 'ibft2']) }))
  .min(1)
  .superRefine((periods, context) => {
    for (const [at, { fromBlock }] of periods.entries()) {
      const before = periods[at - 1];
      if (before === undefined ? fromBlock === 0 : fromBlock > before.fromBlock) continue;
      const message = before === undefined ? 'must be 0' : `must be above ${before.fromBlock}`;
      context.addIssue({ code: 'custom', message, path: [at, 'fromBlock'] });
    }
  });

/** The registries that the agent follows, pinned. A deployment writes them to a file. */
export const deploymentSchema = z.strictObject({
  chainId: z.int().positive(),
  consensus: consensusSchema.optional(),
  contracts: z.strictObject({
    didRegistry: pinSchema,
    authorityRegistry: pinSchema,
    arrangementRegistry: pinSchema,
    statusRegistry: pinSchema,
  }),
  deployBlock: z.int().min(0),
  layoutVersion: z.int().min(layoutVersion).max(layoutVersion).optional(),
});
