import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EslabonError } from '@eslabon/core';
import { startNetwork } from './network/start-network.js';
import { describeNetwork } from './print-network.js';
import { readSubmitter } from './state/read-submitter.js';
import { stopped } from './stopped.js';

const usage = `npm start -- [--fresh] [--dir FOLDER] [--port N] [--submitter WAY]

  --fresh       begin anew: forget the chain and the registers of earlier starts
  --dir FOLDER  keep the network in this folder instead of .eslabon
  --port N      port of the chain; the agents take the eight after it (4100)
  --submitter   how instructions reach the chain: direct (the default), relay or hub, as LACChain has them;
                a network keeps its way
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      dir: { type: 'string', default: '.eslabon' },
      port: { type: 'string', default: '4100' },
      submitter: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(usage);
  const started = performance.now();
  const network = await startNetwork({
    root: resolve(values.dir),
    fresh: values.fresh,
    basePort: portOf(values.port),
    registers: true,
    submitter: readSubmitter(values.submitter),
    report: (message) => say(`  ${message} …`),
  });
  say(await describeNetwork(network));
  say(`Ready in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  await stopped();
  say('\nStopping …');
  await network.stop();
  say('Stopped. Nothing is lost: npm start goes on from here.');
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_000) return port;
  throw new EslabonError('CONFIG_INVALID', `“${text}” is not a port.`, {
    hints: ['Give a number up to 65000; 0 takes free ports.'],
  });
}

main().catch((error: unknown) => {
  const known = error instanceof EslabonError ? error : undefined;
  process.stderr.write(`\nThe network did not start: ${known?.message ?? String(error)}\n`);
  for (const hint of known?.hints ?? []) process.stderr.write(`  ${hint}\n`);
  if (known === undefined && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
