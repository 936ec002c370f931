import { join } from 'node:path';
import { EslabonError } from '@eslabon/core';
import { findUpwards } from '../files/find-upwards.js';
import { readLimited } from '../files/read-limited.js';
import type { Io } from '../io/io.js';

const name = join('.eslabon', 'agents.json');
const maxBytes = 1024 * 1024;

/**
 * Address and key of an agent by its country, from the nearest `.eslabon/agents.json`.
 * @throws EslabonError CONFIG_INVALID when there is no such file, or no such country in it.
 */
export async function namedAgent(io: Io, country: string): Promise<{ url: string; key: string }> {
  const path = await findUpwards(io, name);
  if (path === undefined) {
    throw new EslabonError(
      'CONFIG_INVALID',
      `The agent of ${country} is not known: there is no ${name} here.`,
      {
        hints: ['Run the command in the folder of the demo network, or give the address: --agent http://….'],
      },
    );
  }
  const entry = entryOf(await readLimited(io, path, { maxBytes, what: 'list of agents' }), country);
  if (entry !== undefined) return entry;
  throw new EslabonError('CONFIG_INVALID', `“${path}” names no agent of ${country}.`, {
    hints: ['Is it the country of an authority of this network, in two letters?'],
  });
}

function entryOf(bytes: Uint8Array, country: string): { url: string; key: string } | undefined {
  try {
    const agents: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const entry = (agents as Record<string, { url?: unknown; key?: unknown } | undefined>)[country];
    return typeof entry?.url === 'string' && typeof entry.key === 'string'
      ? { url: entry.url, key: entry.key }
      : undefined;
  } catch {
    return undefined;
  }
}
