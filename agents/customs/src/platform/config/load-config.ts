import { readFileSync } from 'node:fs';
import { EslabonError } from '@eslabon/core';
import { type AgentConfig, parseAgentConfig } from './agent-config.js';

/**
 * Reads the configuration of an agent from a JSON file, and the master key from the environment: a secret does not
 * belong in a file that is copied, diffed and backed up.
 * @throws EslabonError CONFIG_INVALID
 */
export function loadConfig(file: string, env: Readonly<Record<string, string | undefined>>): AgentConfig {
  const { ESLABON_MASTER_KEY: masterKey } = env;
  if (masterKey === undefined) {
    throw new EslabonError('CONFIG_INVALID', 'ESLABON_MASTER_KEY is not set.', {
      hints: [
        'It is 32 random bytes in hexadecimal, and has to stay the same for as long as the database lives.',
      ],
    });
  }
  let settings: unknown;
  try {
    settings = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new EslabonError('CONFIG_INVALID', `The configuration “${file}” cannot be read as JSON.`, {
      cause,
    });
  }
  if (typeof settings !== 'object' || settings === null || 'masterKey' in settings) {
    throw new EslabonError('CONFIG_INVALID', `“${file}” has to be a JSON object without a master key.`, {
      hints: ['Give the master key in ESLABON_MASTER_KEY.'],
    });
  }
  return parseAgentConfig({ ...settings, masterKey });
}
