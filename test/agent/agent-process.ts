import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@eslabon/client';

/** The command `eslabon-customs`, which runs what the build has made. */
const command = fileURLToPath(new URL('../../agents/customs/bin/eslabon-customs.mjs', import.meta.url));
const customs = createRequire(new URL('../../agents/customs/package.json', import.meta.url));

/** An agent in a process of its own. */
export interface AgentProcess {
  readonly url: string;
  /** What it wrote on standard error. */
  log(): string;
  as(apiKey: string): Client;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
  /** Ends it at once with SIGKILL, and waits. */
  kill(): Promise<void>;
}

/** Starts the command without waiting until it answers. `url` is empty until then. */
export function spawnAgentProcess(file: string, settings: object, masterKey: string) {
  const child = spawnCommand(file, settings, masterKey, []);
  let log = '';
  let url = '';
  const answers = new Promise<void>((resolve) => {
    child.stderr?.on('data', (data: Buffer) => {
      log += data.toString();
      url ||= /"url":"([^"]+)"/.exec(log)?.[1] ?? '';
      if (url !== '') resolve();
    });
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  const process: AgentProcess = {
    get url() {
      return url;
    },
    log: () => log,
    as: (apiKey) => createClient({ baseUrl: url, apiKey }),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
  return { process, answers, ended };
}

/** Starts the command and waits until the agent answers. */
export async function startAgentProcess(
  file: string,
  settings: object,
  masterKey: string,
): Promise<AgentProcess> {
  const { process, answers, ended } = spawnAgentProcess(file, settings, masterKey);
  const limit = setTimeout(30_000, undefined, { ref: false });
  await Promise.race([answers, ended, limit]);
  if (process.url !== '') return process;
  await process.kill();
  throw new Error(`The agent did not start. It said: ${process.log()}`);
}

/** Runs the command to its end. */
export async function runCommand(file: string, settings: object, masterKey: string, args: string[]) {
  const child = spawnCommand(file, settings, masterKey, args);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data: Buffer) => {
    stdout += data.toString();
  });
  child.stderr?.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/** Drops tables of a database that an agent uses, as a damaged disk would. */
export function dropTables(file: string, tables: readonly string[]): void {
  const Database = customs('better-sqlite3') as new (
    path: string,
  ) => {
    exec(sql: string): void;
    close(): void;
  };
  const database = new Database(file);
  for (const table of tables) database.exec(`DROP TABLE ${table}`);
  database.close();
}

function spawnCommand(file: string, settings: object, masterKey: string, args: string[]): ChildProcess {
  writeFileSync(file, JSON.stringify(settings));
  return spawn(process.execPath, [command, '--config', file, ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      // Starting takes much less when the code was compiled before.
      NODE_COMPILE_CACHE: join(dirname(file), 'compiled'),
      ESLABON_MASTER_KEY: masterKey,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
