import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '@eslabon/client';
import { EslabonError } from '@eslabon/core';
import type { Agent } from '@eslabon/customs';
import { startNetwork } from '../network/start-network.js';
import { readSubmitter } from '../state/read-submitter.js';
import { openBorderPost } from './border-post.js';
import { bundleSteps } from './bundles.js';
import { forgerySteps } from './forgeries.js';
import { recognitionSteps } from './recognition.js';
import { statusSteps } from './status.js';
import type { Step, StepResult, World } from './story.js';

const chapters: readonly [string, readonly Step[]][] = [
  ['From a register to a verdict', recognitionSteps],
  ['A suspension takes effect', statusSteps],
  ['What must not be recognised', forgerySteps],
  ['Bundles that must not be believed', bundleSteps],
];

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, submitter: { type: 'string', default: 'direct' } },
  });
  const submitter = readSubmitter(values.submitter);
  const root = mkdtempSync(join(tmpdir(), 'eslabon-demo-'));
  say(`Starting a network of eight authorities, for this story only (submitter: ${submitter}) …`);
  const network = await startNetwork({
    root,
    fresh: true,
    basePort: 0,
    registers: false,
    submitter,
    report: () => undefined,
  });
  const results: StepResult[] = [];
  try {
    const world: World = {
      network,
      agent: (country) => network.agents.get(country) as Agent,
      client: (country, role) =>
        createClient({
          baseUrl: network.agents.get(country)?.url ?? '',
          apiKey: network.apiKeys[country]?.[role],
        }),
      post: openBorderPost(join(root, 'border-post'), network.paths.trust),
      kept: new Map(),
    };
    for (const [title, steps] of chapters) {
      say(`\n${title}`);
      for (const step of steps) results.push(await tell(step, world));
    }
  } finally {
    await network.stop();
    rmSync(root, { recursive: true, force: true });
  }
  const ok = results.every((result) => result.ok);
  say(`\n${ok ? 'The story went as it should.' : 'The story did NOT go as it should.'}`);
  if (values.json) say(JSON.stringify({ ok, submitter, steps: results }));
  process.exitCode = ok ? 0 : 1;
}

async function tell({ name, tells, expected, run }: Step, world: World): Promise<StepResult> {
  say(`\n  ${tells}`);
  const got = await run(world).catch(
    (error: unknown) => `error: ${error instanceof Error ? error.message : String(error)}`,
  );
  const ok = got === expected;
  say(`  ${ok ? '✔' : '✖'} ${got}${ok ? '' : `   (expected: ${expected})`}`);
  return { name, expected, got, ok };
}

await main().catch((error: unknown) => {
  if (!(error instanceof EslabonError)) throw error;
  process.stderr.write(`${[error.message, ...error.hints].join('\n  ')}\n`);
  process.exitCode = 2;
});
