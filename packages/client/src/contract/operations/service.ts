import { countrySchema, ethrDidSchema } from '@eslabon/core';
import { z } from 'zod';
import { operation } from '../operation.js';
import { callerViewSchema } from '../schemas/caller.js';

const tag = 'Service';

const componentSchema = z.object({ ok: z.boolean(), note: z.string().optional() });

export const getHealth = operation({
  id: 'getHealth',
  method: 'get',
  path: '/v1/health',
  tag,
  summary: 'The process answers',
  scope: null,
  answer: { kind: 'json', status: 200, schema: z.object({ status: z.literal('ok') }), description: 'Alive' },
  errors: [],
});

export const getReadiness = operation({
  id: 'getReadiness',
  method: 'get',
  path: '/v1/readiness',
  tag,
  summary: 'Database, chain and outbox; 503 when the database fails',
  scope: null,
  answer: {
    kind: 'json',
    status: 200,
    schema: z.object({
      status: z.enum(['ready', 'degraded']),
      database: componentSchema,
      chain: componentSchema.extend({ block: z.int().optional() }),
      outbox: componentSchema.extend({
        waiting: z.int().describe('Status changes on their way to the chain'),
        failed: z.int().describe('Status changes that the contract refused: a person has to look at them'),
      }),
    }),
    description: 'degraded: reads work and writes are queued',
  },
  errors: ['UNAVAILABLE'],
});

export const getAuthority = operation({
  id: 'getAuthority',
  method: 'get',
  path: '/v1/authority',
  tag,
  summary: 'Who runs this agent, and the contracts that it follows',
  scope: null,
  answer: {
    kind: 'json',
    status: 200,
    schema: z.object({
      did: ethrDidSchema,
      name: z.string(),
      country: countrySchema,
      chainId: z.int(),
      contracts: z.object({
        didRegistry: z.string(),
        authorityRegistry: z.string(),
        arrangementRegistry: z.string(),
        statusRegistry: z.string(),
      }),
      keys: z.array(z.object({ kid: z.string(), publicKeyMultibase: z.string() })),
    }),
    description: 'The authority',
  },
  errors: [],
});

export const getCaller = operation({
  id: 'getCaller',
  method: 'get',
  path: '/v1/caller',
  tag,
  summary: 'Whose key this is, what it may do, and what this agent can do',
  scope: 'key',
  answer: { kind: 'json', status: 200, schema: callerViewSchema, description: 'The caller' },
  errors: [],
});
