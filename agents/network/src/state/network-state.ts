import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Deployment, SealTrust } from '@eslabon/bundle';
import type { SubmitterConfig } from '@eslabon/chain';
import { type Address, EslabonError, type Hex } from '@eslabon/core';

export type SubmitterModel = SubmitterConfig['model'];

/** What a network remembers between two starts. Development secrets: the file is readable by its owner alone. */
export interface NetworkState {
  version: 1;
  chainId: number;
  deployerKey: Hex;
  /** Master key of each agent, in hexadecimal. */
  masterKeys: Record<string, string>;
  /** What the keys of the validators follow from. Absent in networks whose chain is not sealed. */
  validatorSecret?: string;
  deployment?: Deployment & { deployBlock: number };
  /** How border posts follow the validators. */
  seals?: SealTrust | undefined;
  /** By which way instructions reach the chain; directly in networks that do not say. */
  submitter?: SubmitterModel;
  /** Hub of LACChain's that carries them, when one does. */
  hub?: Address;
  /** Key of the account of the node that carries to the RelayHub. */
  nodeKey?: Hex;
  /** API keys for trying, by country and role. */
  apiKeys: Record<string, Record<string, string>>;
  /** Countries whose register was imported to the end. */
  imported: string[];
}

/** The state of an earlier start, or undefined when there was none. @throws EslabonError CONFIG_INVALID */
export function readNetworkState(file: string): NetworkState | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const state = parse(text);
  if (state?.version === 1) return state;
  throw new EslabonError(
    'CONFIG_INVALID',
    `${file} is not the state of a network that this version can go on with.`,
    {
      hints: ['Begin anew with: npm start -- --fresh'],
    },
  );
}

/** Writes a file that only its owner can read, whole or not at all. */
export function writePrivateJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function parse(text: string): NetworkState | undefined {
  try {
    return JSON.parse(text) as NetworkState;
  } catch {
    return undefined;
  }
}
