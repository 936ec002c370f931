import { z } from 'zod';
import { operation } from '../operation.js';

const tag = 'Bundles';

export const bundleMediaType = 'application/vnd.eslabon.bundle';

const answer = {
  kind: 'binary',
  status: 200,
  mediaTypes: [bundleMediaType],
  description: 'The offline bundle, attested by this authority',
} as const;

export const getLatestBundle = operation({
  id: 'getLatestBundle',
  method: 'get',
  path: '/v1/bundles/latest',
  tag,
  summary: 'The offline bundle as of the newest block',
  scope: 'bundles:read',
  answer,
  errors: ['BUNDLE_NOT_READY', 'CHAIN_UNREACHABLE'],
});

export const getBundleAt = operation({
  id: 'getBundleAt',
  method: 'get',
  path: '/v1/bundles/{block}',
  tag,
  summary: 'The offline bundle as of a past block',
  scope: 'bundles:read',
  params: z.object({ block: z.coerce.number().int().min(0).describe('Block number') }),
  answer,
  errors: ['BUNDLE_NOT_READY', 'CHAIN_BLOCK_UNKNOWN', 'CHAIN_UNREACHABLE'],
});
