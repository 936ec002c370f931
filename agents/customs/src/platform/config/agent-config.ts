import { countrySchema, EslabonError } from '@eslabon/core';
import { layoutVersion } from '@eslabon/did-registry';
import { z } from 'zod';
import { hexSchema } from './hex-schema.js';
import { submitterSchema } from './submitter-config.js';

const masterKeySchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be 32 bytes in hexadecimal')
  .transform((hex) => Uint8Array.from(Buffer.from(hex, 'hex')));

const pinSchema = z.strictObject({ address: hexSchema(20), codeHash: hexSchema(32) });

/** The registries that the agent follows, pinned. A deployment writes them to a file. */
const deploymentSchema = z.strictObject({
  chainId: z.int().positive(),
  contracts: z.strictObject({
    didRegistry: pinSchema,
    authorityRegistry: pinSchema,
    arrangementRegistry: pinSchema,
    statusRegistry: pinSchema,
  }),
  deployBlock: z.int().min(0),
  layoutVersion: z.int().min(layoutVersion).max(layoutVersion).optional(),
});

/** What one agent needs to know. Everything else is in its database. */
const agentConfigSchema = z.strictObject({
  country: countrySchema,
  /** Name of the authority as it stands in its credentials. */
  name: z.string().min(1).max(256),
  /** Folder of the database; made when missing. */
  dataDir: z.string().min(1),
  host: z.string().default('127.0.0.1'),
  /** 0 takes a free port. */
  port: z.int().min(0).max(65_535),
  /** URL under which others reach this agent, without a final slash; the listening address when absent. */
  publicUrl: z.url().optional(),
  rpcUrl: z.url(),
  deployment: deploymentSchema,
  /** By which way instructions reach the chain. */
  submitter: submitterSchema.default({ model: 'direct' }),
  /** Key that seals the private keys in the database (AES-256-GCM); from a secret store, never from the database. */
  masterKey: masterKeySchema,
  /** Offset of the authority's legal time, such as -05:00: a certificate begins and ends at its midnight. */
  utcOffset: z.string().regex(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'must be an offset such as -05:00'),
  /** Whoever proposed a certificate may not issue it. */
  fourEyes: z.boolean().default(true),
  /** Words in one status instruction; 3 keep below 150,000 gas, also when all are new (docs/operations.md). */
  wordsPerInstruction: z.int().min(1).max(256).default(3),
  pollMs: z.int().min(20).max(60_000).default(1000),
  requestsPerMinute: z.int().min(1).default(6000),
  /** Wrong API keys from one address before it has to wait. */
  failedKeysPerMinute: z.int().min(1).default(30),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** What an authority needs to make its keys. */
const agentIdentitySchema = agentConfigSchema.pick({ country: true, dataDir: true, masterKey: true }).strip();

export type AgentConfig = z.output<typeof agentConfigSchema>;
export type AgentIdentity = z.output<typeof agentIdentitySchema>;
export type AgentConfigInput = z.input<typeof agentConfigSchema>;

/**
 * Checks a configuration.
 * @throws EslabonError CONFIG_INVALID that names every wrong member; values are not repeated, they may be secrets.
 */
export function parseAgentConfig(input: unknown): AgentConfig {
  return parse(agentConfigSchema, input);
}

/**
 * Checks the part of a configuration that is needed before there is a deployment; the rest is not looked at.
 * @throws EslabonError CONFIG_INVALID
 */
export function parseAgentIdentity(input: unknown): AgentIdentity {
  return parse(agentIdentitySchema, input);
}

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(all)'}: ${issue.message}`);
  throw new EslabonError('CONFIG_INVALID', `The configuration is not usable: ${wrong.join('; ')}.`, {
    hints: ['docs/operations.md lists every setting.'],
  });
}
