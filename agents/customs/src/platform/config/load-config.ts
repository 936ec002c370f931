import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EslabonError } from '@eslabon/core';
import {
  type AgentConfig,
  type AgentIdentity,
  parseAgentConfig,
  parseAgentIdentity,
} from './agent-config.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration of an agent from a JSON file, and secrets from the environment: a secret does not
 * belong in a file that is copied, diffed and backed up. `deployment` may be the path of the file that
 * `eslabon registry deploy` wrote, relative to the configuration.
 * @throws EslabonError CONFIG_INVALID
 */
export function loadConfig(file: string, env: Environment): AgentConfig {
  const settings = withMailPassword(readSettings(file, env), env);
  const { deployment } = settings;
  if (typeof deployment !== 'string') return parseAgentConfig(settings);
  const path = resolve(dirname(file), deployment);
  return parseAgentConfig({ ...settings, deployment: readJson(path, 'deployment') });
}

/**
 * Reads only what an authority needs to make its keys, before there is a deployment.
 * @throws EslabonError CONFIG_INVALID
 */
export function loadIdentity(file: string, env: Environment): AgentIdentity {
  return parseAgentIdentity(readSettings(file, env));
}

function readSettings(file: string, env: Environment): Record<string, unknown> {
  const { ESLABON_MASTER_KEY: masterKey } = env;
  if (masterKey === undefined) {
    throw new EslabonError('CONFIG_INVALID', 'ESLABON_MASTER_KEY is not set.', {
      hints: [
        'It is 32 random bytes in hexadecimal, and has to stay the same for as long as the database lives.',
      ],
    });
  }
  const settings = readJson(file, 'configuration');
  if (typeof settings !== 'object' || settings === null || 'masterKey' in settings) {
    throw new EslabonError('CONFIG_INVALID', `“${file}” has to be a JSON object without a master key.`, {
      hints: ['Give the master key in ESLABON_MASTER_KEY.'],
    });
  }
  return { ...settings, masterKey };
}

/** The password of the mail server: in the environment, or in a file that it names. */
function withMailPassword(settings: Record<string, unknown>, env: Environment): Record<string, unknown> {
  const { smtp } = settings;
  if (typeof smtp !== 'object' || smtp === null) return settings;
  if ('password' in smtp) {
    throw new EslabonError('CONFIG_INVALID', 'The password of smtp does not belong in the configuration.', {
      hints: ['Give it in ESLABON_SMTP_PASSWORD, or in the file that ESLABON_SMTP_PASSWORD_FILE names.'],
    });
  }
  const { ESLABON_SMTP_PASSWORD: given, ESLABON_SMTP_PASSWORD_FILE: path } = env;
  const password = given ?? (path === undefined ? undefined : readSecret(path));
  return password === undefined ? settings : { ...settings, smtp: { ...smtp, password } };
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw new EslabonError('CONFIG_INVALID', `The secret “${path}” cannot be read.`, { cause });
  }
}

function readJson(file: string, what: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new EslabonError('CONFIG_INVALID', `The ${what} “${file}” cannot be read as JSON.`, { cause });
  }
}
