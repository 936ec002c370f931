import { parseArgs } from 'node:util';
import { EslabonError } from '@eslabon/core';
import { createAgent } from './create-agent.js';
import { loadConfig, loadIdentity } from './platform/config/load-config.js';
import { openDatabase } from './platform/database/open-database.js';
import { createApiKey, revokeApiKey } from './platform/http/api-keys.js';
import { isRole, roles } from './platform/http/roles.js';
import { prepareFounder } from './prepare-founder.js';
import { requestCertificate } from './request-certificate.js';

const usage = `eslabon-customs --config FILE                               runs the agent
eslabon-customs --config FILE --add-key NAME --role ROLE   makes an API key, prints it once
eslabon-customs --config FILE --revoke-key ID              revokes an API key
eslabon-customs --config FILE --prepare OUT --chain-id N   makes the keys of a founder, and writes its DID to OUT for
                                                           “eslabon registry deploy --founders”
eslabon-customs --config FILE --request-certificate        prints a request (PKCS #10) for a certificate of the key that
                                                           signs SD-JWT VCs; --organization NAME for another name in it

FILE is JSON; docs/operations.md lists its members. The master key that seals the
private keys is taken from ESLABON_MASTER_KEY: 32 bytes in hexadecimal.
Roles: ${Object.keys(roles).join(', ')}.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      'add-key': { type: 'string' },
      role: { type: 'string' },
      'revoke-key': { type: 'string' },
      prepare: { type: 'string' },
      'chain-id': { type: 'string' },
      'request-certificate': { type: 'boolean', default: false },
      organization: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.config === undefined) {
    process.stdout.write(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  if (values.prepare !== undefined) {
    return prepareFounder(loadIdentity(values.config, process.env), values.prepare, values['chain-id'] ?? '');
  }
  const config = loadConfig(values.config, process.env);
  if (values['add-key'] !== undefined) return addKey(config.dataDir, values['add-key'], values.role ?? '');
  if (values['revoke-key'] !== undefined) return revokeKey(config.dataDir, values['revoke-key']);
  if (values['request-certificate']) {
    process.stdout.write(await requestCertificate(config, values.organization));
    return;
  }
  const agent = await createAgent(config);
  const stop = (): void => void agent.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function addKey(dataDir: string, name: string, role: string): Promise<void> {
  if (!isRole(role)) {
    throw new EslabonError('INPUT_INVALID', `“${role}” is not a role.`, {
      hints: [`Give --role ${Object.keys(roles).join(' | ')}.`],
    });
  }
  const database = await openDatabase(dataDir);
  try {
    process.stdout.write(`${await createApiKey(database, name, role)}\n`);
  } finally {
    await database.close();
  }
}

async function revokeKey(dataDir: string, id: string): Promise<void> {
  const database = await openDatabase(dataDir);
  try {
    await revokeApiKey(database, id);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  const known = error instanceof EslabonError ? error : undefined;
  process.stderr.write(`error ${known?.code ?? 'INTERNAL'}: ${known?.message ?? String(error)}\n`);
  for (const hint of known?.hints ?? []) process.stderr.write(`  hint: ${hint}\n`);
  process.exitCode = 2;
});
