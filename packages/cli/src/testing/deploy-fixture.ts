import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testAccount } from '@eslabon/testkit';
import { run } from '../run.js';
import { captureIo } from './capture-io.js';

export const deployer = testAccount('deployer of the command line');

/** The two founders that {@link writeFounders} writes. */
export const founders = ['PE', 'MX'].map((country) => ({ country, did: testAccount(country).address }));

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line in this process, in a folder, as somebody who has the key to deploy. */
export async function eslabon(
  cwd: string,
  args: readonly string[],
  overrides: Parameters<typeof captureIo>[0] = {},
): Promise<Ran> {
  const env = { ESLABON_DEPLOYER_KEY: deployer.privateKey, ...overrides.env };
  const io = captureIo({ cwd, ...overrides, env });
  return { code: await run(args, io), out: io.out(), err: io.err() };
}

/** Writes `founders.json` into a folder and gives the arguments to deploy with it. */
export async function writeFounders(folder: string, rpcUrl: string): Promise<string[]> {
  await writeFile(join(folder, 'founders.json'), JSON.stringify(founders));
  return [
    'registry',
    'deploy',
    '--rpc',
    rpcUrl,
    '--founders',
    'founders.json',
    '--out',
    'deployment.json',
    '--yes',
  ];
}
