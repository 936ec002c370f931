import { parseSubmitterConfig, type SubmitterConfig } from '@eslabon/chain';
import type { Io } from '../../io/io.js';
import { readJson } from '../read-json.js';

/**
 * Reads by which way to reach the chain: what an agent's configuration has under `submitter`. Without a file the account
 * that deploys sends transactions of its own.
 * @throws EslabonError CONFIG_INVALID, FILE_UNREADABLE, INPUT_TOO_LARGE
 */
export async function readSubmitter(io: Io, file: string | undefined): Promise<SubmitterConfig> {
  if (file === undefined) return { model: 'direct' };
  return parseSubmitterConfig(await readJson(io, file, { what: 'submitter', code: 'CONFIG_INVALID' }));
}
