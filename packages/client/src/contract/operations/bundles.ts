import { z } from 'zod';
import { operation } from '../operation.js';

const tag = 'Bundles';

/** Media type of a bundle file, `.eslabon`. */
export const bundleMediaType = 'application/vnd.eslabon.bundle';

/** Media type of a delta file, `.eslabon-delta`. */
export const bundleDeltaMediaType = 'application/vnd.eslabon.bundle-delta';

const kindQuery = {
  trust: z
    .enum(['attested', 'sealed'])
    .optional()
    .describe(
      'attested: this authority vouches for the block; sealed: the validators do. The agent’s best when absent',
    ),
  register: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true: with the register of certificates, for TIN lookups; needs register:read'),
};

const answer = {
  kind: 'binary',
  status: 200,
  mediaTypes: [bundleMediaType],
  description: 'The offline bundle',
  resumable: true,
} as const;

const common = {
  method: 'get',
  tag,
  scope: 'bundles:read',
  furtherScopes: ['register:read'],
} as const;

export const getLatestBundle = operation({
  ...common,
  id: 'getLatestBundle',
  path: '/v1/bundles/latest',
  summary: 'The offline bundle as of the newest block; content-location says which',
  query: z.object(kindQuery),
  answer,
  errors: ['INPUT_RANGE', 'BUNDLE_NOT_READY', 'BUNDLE_TRUST_MODE', 'CHAIN_UNREACHABLE'],
});

export const getBundleAsOf = operation({
  ...common,
  id: 'getBundleAsOf',
  path: '/v1/bundles/as-of',
  summary: 'The offline bundle as of a past instant: of the last block until then',
  query: z.object({
    ...kindQuery,
    at: z.iso.datetime({ offset: true }).describe('The instant asked about, with its offset'),
  }),
  answer,
  errors: [
    'INPUT_RANGE',
    'BUNDLE_NOT_READY',
    'BUNDLE_TRUST_MODE',
    'CHAIN_BLOCK_UNKNOWN',
    'CHAIN_UNREACHABLE',
  ],
});

export const getBundleDelta = operation({
  ...common,
  id: 'getBundleDelta',
  path: '/v1/bundles/delta',
  summary: 'What changes a bundle that the caller has into the newest one',
  query: z.object({
    ...kindQuery,
    base: z
      .string()
      .regex(/^0x[0-9a-f]{64}$/, 'must be 32 bytes in lower-case hexadecimal with 0x')
      .describe('bundleDigest of the bundle that the caller has'),
    block: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .describe('Its block: with it, the agent can make the base again when it no longer has it'),
  }),
  answer: {
    ...answer,
    mediaTypes: [bundleDeltaMediaType],
    description: 'The delta from the base to the newest bundle',
  },
  errors: ['INPUT_RANGE', 'DELTA_BASE_UNKNOWN', 'BUNDLE_NOT_READY', 'BUNDLE_TRUST_MODE', 'CHAIN_UNREACHABLE'],
});

export const getBundleAt = operation({
  ...common,
  id: 'getBundleAt',
  path: '/v1/bundles/{block}',
  summary: 'The offline bundle as of a past block',
  params: z.object({ block: z.coerce.number().int().min(0).describe('Block number') }),
  query: z.object(kindQuery),
  answer,
  errors: [
    'INPUT_RANGE',
    'BUNDLE_NOT_READY',
    'BUNDLE_TRUST_MODE',
    'CHAIN_BLOCK_UNKNOWN',
    'CHAIN_UNREACHABLE',
  ],
});
