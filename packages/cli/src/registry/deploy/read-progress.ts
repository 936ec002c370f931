import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Deployment, keccak256, parseDeployment } from '@eslabon/bundle';
import { contractNames, type DeploymentProgress, type PendingDeployment } from '@eslabon/chain';
import { EslabonError, type Hash, type Hex } from '@eslabon/core';
import type { Io } from '../../io/io.js';
import { readJson } from '../read-json.js';

export interface EarlierRun {
  progress: DeploymentProgress;
  /** Whether the file is one that agents and verifiers read. */
  isWhole: boolean;
  /** What a whole deployment says of the chain's protocol. */
  consensus?: Deployment['consensus'];
}

/**
 * What an earlier run wrote: a whole deployment, or how far it got; undefined when there is no file yet.
 * @throws EslabonError DEPLOYMENT_MALFORMED: a file of something else is not overwritten
 */
export async function readProgress(io: Io, file: string): Promise<EarlierRun | undefined> {
  const found = await stat(resolve(io.cwd, file)).catch(() => undefined);
  if (found === undefined) return undefined;
  const json = await readJson(io, file, { what: 'deployment', code: 'DEPLOYMENT_MALFORMED' });
  if (isUnfinished(json)) return { progress: readUnfinished(json, file), isWhole: false };
  const deployment = parseDeployment(json);
  return { progress: deployment, isWhole: true, consensus: deployment.consensus };
}

function isUnfinished(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && 'unfinished' in json;
}

/** The contracts that are missing are filled in to let one parser check the others. */
function readUnfinished(json: Record<string, unknown>, file: string): DeploymentProgress {
  const { unfinished: _, pending, contracts, ...rest } = json;
  const known = typeof contracts === 'object' && contracts !== null ? contracts : {};
  const blank = contractNames.map((name, i) => [name, { address: filler(40, i), codeHash: filler(64, i) }]);
  const read = parseDeployment({ ...rest, contracts: { ...Object.fromEntries(blank), ...known } });
  const there = contractNames.filter((name) => name in known);
  return {
    chainId: read.chainId,
    contracts: Object.fromEntries(there.map((name) => [name, read.contracts[name]])),
    deployBlock: read.deployBlock,
    pending: pending === undefined ? undefined : readPending(pending, file),
  };
}

const filler = (digits: number, position: number): Hex => `0x${String(position).padStart(digits, '0')}`;

function readPending(value: unknown, file: string): PendingDeployment {
  const { name, transaction, raw, block, way } = (value ?? {}) as Record<string, unknown>;
  const contract = contractNames.find((known) => known === name);
  const isHex = typeof raw === 'string' && /^0x([0-9a-f]{2})+$/.test(raw);
  const isBlock = Number.isSafeInteger(block) && (block as number) >= 0;
  // The hash is that of what was signed: a file that was edited cannot make us wait for something else.
  if (
    contract !== undefined &&
    isHex &&
    isBlock &&
    typeof way === 'string' &&
    hashOf(raw as Hex) === transaction
  ) {
    return { name: contract, way, transaction: transaction as Hash, raw: raw as Hex, block: block as number };
  }
  throw new EslabonError('DEPLOYMENT_MALFORMED', `“${file}” has a pending contract that is none.`, {
    hints: ['Was the file edited? Take “pending” out of it if the contract is not on the chain.'],
  });
}

function hashOf(raw: Hex): Hash {
  return `0x${Buffer.from(keccak256(Buffer.from(raw.slice(2), 'hex'))).toString('hex')}`;
}
