import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { createChainClient } from '@eslabon/chain';
import { chainId } from './start-chain.js';

const patienceMs = 10_000;

export interface ChainProcess {
  pid: number;
  rpcUrl: string;
}

/** Notes which process runs the chain of a network, so that a later start can end it if this process is killed. */
export function noteChainProcess(file: string, process: ChainProcess): void {
  writeFileSync(file, JSON.stringify(process), { mode: 0o600 });
}

/**
 * Ends a chain that outlived its network (which was killed, not stopped): two of them must not keep the same state
 * file. It is ended only if it still answers at its address, because its process id may be another's by now.
 */
export async function endOrphan(file: string): Promise<void> {
  const orphan = read(file);
  rmSync(file, { force: true });
  if (orphan === undefined || !isRunning(orphan.pid) || !(await answers(orphan.rpcUrl))) return;
  process.kill(orphan.pid, 'SIGTERM');
  for (let waited = 0; waited < patienceMs && isRunning(orphan.pid); waited += 50) await setTimeout(50);
}

function read(file: string): ChainProcess | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ChainProcess;
  } catch {
    return undefined;
  }
}

async function answers(rpcUrl: string): Promise<boolean> {
  const client = createChainClient({ rpcUrl, chainId, timeoutMs: 2000 });
  return client.request('eth_chainId').then(
    () => true,
    () => false,
  );
}

/** Whether a process of this id exists. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
