import { parseArgs } from 'node:util';
import { EslabonError } from '@eslabon/core';
import { stopped } from '../stopped.js';
import { startConformance } from './start-conformance.js';

const usage = `npm run conformance:serve -- [--port N]

Starts one agent for conformance suites: https, all issuer profiles, open to everybody, with a chain of its own.
Its base URL is the last line that it prints. Ctrl-C ends it, and nothing is kept. See docs/conformance.md.

  --port N   port to answer on; a free one when absent or 0
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '0' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return say(usage);
  say('Starting a chain, its registries and an agent …');
  const server = await startConformance({ port: portOf(values.port) });
  say(
    `Its certificate is self-signed: set NODE_TLS_REJECT_UNAUTHORIZED=0 for the suite. Its chain is private.`,
  );
  say(server.url);
  await stopped();
  await server.stop();
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new EslabonError('CONFIG_INVALID', `“${text}” is not a port.`, {
    hints: ['Give a number up to 65535; 0 takes a free one.'],
  });
}

main().catch((error: unknown) => {
  const known = error instanceof EslabonError ? error : undefined;
  process.stderr.write(`The conformance server did not start: ${known?.message ?? String(error)}\n`);
  for (const hint of known?.hints ?? []) process.stderr.write(`  ${hint}\n`);
  process.exitCode = 1;
});
