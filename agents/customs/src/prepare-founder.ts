import { renameSync, writeFileSync } from 'node:fs';
import { EslabonError } from '@eslabon/core';
import type { AgentIdentity } from './platform/config/agent-config.js';
import { prepareAuthority } from './prepare-authority.js';

/**
 * Makes the keys of an authority, or opens those that are there, and writes its entry in a list of founders, whole or not
 * at all: `[{country, did}]`.
 * @throws EslabonError CONFIG_INVALID, KEY_SEALED
 */
export async function prepareFounder(
  identity: AgentIdentity,
  file: string,
  chainIdText: string,
): Promise<void> {
  const chainId = Number(chainIdText);
  if (!/^[1-9]\d{0,14}$/.test(chainIdText)) {
    throw new EslabonError('CONFIG_INVALID', `“${chainIdText}” is not a chain id.`, {
      hints: ['Give --chain-id N: a DID is of one chain.'],
    });
  }
  const { country, dataDir, masterKey } = identity;
  const { did } = await prepareAuthority(dataDir, masterKey, chainId);
  writeFileSync(`${file}.new`, `${JSON.stringify([{ country, did }])}\n`);
  renameSync(`${file}.new`, file);
}
