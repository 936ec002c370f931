import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SealSchedule } from '../seal/seal-schedule.js';
import { startFront } from '../standard-state/start-front.js';
import { anvilBinary } from './anvil-binary.js';
import { askChainId } from './ask-chain-id.js';
import { catchUpClock } from './catch-up-clock.js';
import { freePort } from './free-port.js';
import { dieWithParent, stopChild } from './stop-child.js';

export interface AnvilOptions {
  /** Chosen among the free ports when absent. */
  port?: number;
  /**
   * File that the chain is loaded from and kept in: written after every block and at the end. Beside it stands the
   * journal of what each block changed, with `.journal` at the end of its name.
   */
  statePath?: string;
  /** LACChain's test network, 648540, when absent. */
  chainId?: number;
  /**
   * Gives the chain headers of QBFT or IBFT 2.0, sealed by test validators. A chain that is loaded from a file needs the
   * schedule that it was started with; what lies ahead of its newest block may change.
   */
  seal?: SealSchedule;
  /** `false` lets anvil write its log to this process's output. */
  quiet?: boolean;
}

export interface Anvil {
  rpcUrl: string;
  port: number;
  /** Process and address of anvil itself, behind what answers at `rpcUrl`: to tell whether it outlived this process. */
  pid: number;
  nodeUrl: string;
  /** Ends the node and waits until it has gone, its state written. May be called again. */
  stop(): Promise<void>;
}

const startLimitMs = 15_000;

/**
 * Starts a development chain that behaves as LACChain's networks do: Berlin, free gas, one block a transaction, state
 * roots as Ethereum prescribes (see {@link startFront}). Resolves when it answers; rejects with anvil's own words when
 * it does not start within 15 seconds.
 */
export async function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  const chainId = options.chainId ?? 648540;
  const port = options.port ?? (await freePort());
  const nodePort = await freePort();
  const child = spawn(anvilBinary(), anvilArguments({ ...options, port: nodePort, chainId }), {
    stdio: ['ignore', options.quiet === false ? 'inherit' : 'ignore', 'pipe'],
  });
  dieWithParent(child);
  const nodeUrl = `http://127.0.0.1:${nodePort}`;
  try {
    await waitUntilReady(child, nodeUrl, chainId);
    if (options.seal === undefined) await catchUpClock(nodeUrl);
    const journalPath = options.statePath === undefined ? undefined : `${options.statePath}.journal`;
    const front = await startFront({ port, nodeUrl, journalPath, seal: options.seal });
    let stopped: Promise<void> | undefined;
    const stop = () => {
      stopped ??= front.close().then(() => stopChild(child));
      return stopped;
    };
    return { rpcUrl: `http://127.0.0.1:${port}`, port, pid: child.pid as number, nodeUrl, stop };
  } catch (error) {
    await stopChild(child);
    throw error;
  }
}

function anvilArguments({ port, chainId, statePath, quiet, seal }: AnvilOptions): string[] {
  const isNew = statePath === undefined || !existsSync(statePath);
  return [
    ...['--hardfork', 'berlin', '--chain-id', `${chainId}`, '--host', '127.0.0.1', '--port', `${port}`],
    ...['--gas-price', '0', '--block-base-fee-per-gas', '0', '--disable-min-priority-fee'],
    ...(quiet === false ? [] : ['--silent']),
    ...(isNew && seal?.behind ? ['--timestamp', `${Math.floor(Date.now() / 1_000) - seal.behind}`] : []),
    ...(statePath === undefined
      ? []
      : ['--state', statePath, '--preserve-historical-states', '--state-interval', '1']),
  ];
}

async function waitUntilReady(child: ChildProcess, rpcUrl: string, chainId: number): Promise<void> {
  let words = '';
  let failure: Error | undefined;
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4_000);
  });
  child.once('error', (cause) => {
    failure = new Error(`anvil could not be run: ${cause.message}`, { cause });
  });
  // 'close' comes after the last of stderr, 'exit' may come before it.
  child.once('close', (code, signal) => {
    failure ??= new Error(`anvil ended at once (${signal ?? code}). It said: ${words.trim() || 'nothing'}`);
  });
  for (const deadline = Date.now() + startLimitMs; Date.now() < deadline; await sleep(15)) {
    if (failure) throw failure;
    const answer = await askChainId(rpcUrl);
    if (answer === chainId && child.exitCode === null) return;
  }
  throw new Error(`anvil did not answer at ${rpcUrl} within 15 s. It said: ${words.trim() || 'nothing'}`);
}
