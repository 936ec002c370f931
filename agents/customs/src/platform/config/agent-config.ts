import { countrySchema, EslabonError } from '@eslabon/core';
import { z } from 'zod';
import { deploymentSchema } from './deployment-schema.js';
import { profilesSchema, statusListsSchema } from './exchange-schema.js';
import { hostSchema } from './host-schema.js';
import { isIssuerAddress, issuanceSchema } from './issuance-schema.js';
import { readNodeUrls } from './node-urls.js';
import { presentationsSchema } from './presentations-schema.js';
import { sealsSchema } from './seals-schema.js';
import { smtpSchema } from './smtp-schema.js';
import { submitterSchema } from './submitter-config.js';

const masterKeySchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be 32 bytes in hexadecimal')
  .transform((hex) => Uint8Array.from(Buffer.from(hex, 'hex')));

/** What one agent needs to know. Everything else is in its database. */
const settingsSchema = z.strictObject({
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
  /** The chain's node. */
  rpcUrl: z.url().optional(),
  /** Several nodes of the chain instead: the first that is without fault is asked. */
  rpcUrls: z.array(z.url()).min(1).max(16).optional(),
  deployment: deploymentSchema,
  /** Makes bundles that stand on validators' seals; attested ones can still be asked for. */
  seals: sealsSchema.optional(),
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
  /** Proxies in front of the agent that each add the caller to X-Forwarded-For: limits count callers then. */
  trustedProxies: z.int().min(0).max(10).default(0),
  /** Folder into which every new bundle is written, with deltas, for file shares and sticks (docs/bundles.md). */
  bundleFolder: z.string().min(1).optional(),
  /** Folder of the built border-post app; the one built beside this package when absent. */
  verifyAppDir: z.string().min(1).optional(),
  /** Folder of the built wallet, served where there is issuance; the one built beside this package when absent. */
  walletAppDir: z.string().min(1).optional(),
  /** Folder of the built officers' app; the one built beside this package when absent. */
  portalAppDir: z.string().min(1).optional(),
  /** did:web of others is resolved for these hosts alone, with `:port` where it is not 443. */
  didWeb: z.strictObject({ allowedHosts: z.array(hostSchema).max(1000) }).optional(),
  /** Issuer profiles of the VC-API to have; none, unless other parties' test suites or test networks need them. */
  profiles: profilesSchema.default([]),
  /** Lets everybody issue under these profiles and verify, without a key: for conformance suites alone. */
  openExchange: z.boolean().default(false),
  /** How status lists are published, and whose are fetched. */
  statusLists: statusListsSchema.prefault({}),
  /** Lets companies receive their certificates in wallets (OpenID4VCI); needs `publicUrl`. */
  issuance: issuanceSchema.optional(),
  /** By which server offers are sent to companies. */
  smtp: smtpSchema.optional(),
  /** Lets companies be asked to present their certificates (OpenID4VP); needs `publicUrl`. */
  presentations: presentationsSchema.optional(),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

const agentConfigSchema = settingsSchema.transform(({ rpcUrl, rpcUrls, ...settings }, context) => {
  if (settings.seals !== undefined && settings.deployment.consensus === undefined) {
    const message = 'is missing: seals cannot be read without it';
    context.addIssue({ code: 'custom', message, path: ['deployment', 'consensus'] });
  }
  for (const feature of ['issuance', 'presentations'] as const) {
    if (settings[feature] === undefined || isIssuerAddress(settings.publicUrl)) continue;
    const message = `must be https://<host> without a path and without a final slash where ${feature} is configured`;
    context.addIssue({ code: 'custom', message, path: ['publicUrl'] });
  }
  return { ...settings, rpcUrls: readNodeUrls({ rpcUrl, rpcUrls }, context) };
});

/** What an authority needs to make its keys. */
const agentIdentitySchema = settingsSchema.pick({ country: true, dataDir: true, masterKey: true }).strip();

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
