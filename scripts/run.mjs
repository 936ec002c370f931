// The door to every command of the repository. It must run on any Node ≥ 18 with nothing installed: it installs what
// is missing, builds what changed, and then runs the task on the Node that the repository pins.

import { build } from './steps/build.mjs';
import { check, fix } from './steps/check.mjs';
import { install } from './steps/install.mjs';
import { pinnedNode, run } from './steps/run-command.mjs';
import { test } from './steps/test.mjs';

const tasks = {
  start: async (args) => {
    await build();
    return run(pinnedNode, ['agents/network/dist/main.js', ...args]);
  },
  demo: async (args) => {
    await build();
    return run(pinnedNode, ['agents/network/dist/demo/main.js', ...args]);
  },
  bench: async (args) => {
    await build();
    return run(pinnedNode, ['agents/network/dist/bench/main.js', ...args]);
  },
  'bundle:sizes': async (args) => {
    await build();
    return run(pinnedNode, ['agents/network/dist/sizes/main.js', ...args]);
  },
  'conformance:serve': async (args) => {
    await build();
    return run(pinnedNode, ['agents/network/dist/conformance/main.js', ...args]);
  },
  build: async () => build(),
  test: (args) => test('all', args),
  'test:vectors': (args) => test('vectors', args),
  'test:browser': (args) => test('browser', args),
  'test:model': (args) => test('model', args),
  'test:fuzz': (args) => test('fuzz', args),
  check: () => check(),
  fix: () => fix(),
  'compose:network': async (args) => {
    await build();
    return run(pinnedNode, ['scripts/compose/make-network.mjs', ...args]);
  },
  gas: async (args) => {
    await build();
    return run(pinnedNode, ['did-registry/scripts/gas.mjs', ...args]);
  },
  mutants: (args) => run(pinnedNode, ['did-registry/test/mutations.mjs', ...args]),
  contracts: (args) => run(pinnedNode, ['did-registry/scripts/compile.mjs', ...args]),
};

const [name = '', ...args] = process.argv.slice(2);
const task = tasks[name];
if (task === undefined) {
  console.error(`There is no task “${name}”. Tasks: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
try {
  await install();
  process.exitCode = (await task(args)) ?? 0;
} catch (error) {
  console.error(`\n${name} failed: ${error.message}`);
  process.exitCode = 1;
}
