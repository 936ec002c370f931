import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { pinnedNode, run } from './run-command.mjs';

const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

const suites = {
  all: { config: 'jest.config.js', forge: true },
  vectors: { config: 'test/vectors/jest.config.js', forge: false },
  browser: { config: 'test/browser/jest.config.js', forge: false },
  model: { config: 'test/model/jest.config.js', forge: false },
  fuzz: { config: 'test/fuzz/jest.config.js', forge: false },
};

/**
 * Runs a suite and ends with the real counts alone on the last line of its output; progress and failures go to the
 * error output. What could not even be started counts as one failure. With arguments (a path, -t name) only jest runs,
 * with those arguments.
 */
export async function test(name, args) {
  const { config, forge } = suites[name];
  const counts = { passed: 0, failed: 0 };
  await build().catch((error) => {
    console.error(error.message);
    counts.failed += 1;
  });
  // At the same time: the tests in jest wait for chains and processes, and forge compiles on one core.
  const forged = forge && args.length === 0 ? runForge() : undefined;
  await runJest(config, args, counts);
  if (forged !== undefined) countForge(await forged, counts);
  if (counts.passed + counts.failed === 0) {
    console.error('No test ran.');
    counts.failed = 1;
  }
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 ? 0 : 1;
}

async function runJest(config, args, counts) {
  const folder = mkdtempSync(join(tmpdir(), 'eslabon-test-'));
  const report = join(folder, 'jest.json');
  const options = ['-c', config, '--maxWorkers=2', '--json', `--outputFile=${report}`];
  try {
    const { code } = await run(pinnedNode, [...jest, ...options, ...args], { output: 'ignore' });
    const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
    counts.passed += found?.numPassedTests ?? 0;
    // A file that could not even be loaded has no tests to fail.
    const failed = (found?.numFailedTests ?? 0) + (found?.numRuntimeErrorTestSuites ?? 0);
    counts.failed += code === 0 ? failed : Math.max(failed, 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests of the contracts. @returns forge's exit code and report, also when it could not be started */
async function runForge() {
  try {
    const script = 'did-registry/scripts/forge-test.mjs';
    return await run(pinnedNode, [script, '--json'], { output: 'pipe', givesWay: true });
  } catch (error) {
    return { code: 1, text: error.message };
  }
}

function countForge({ code, text }, counts) {
  console.error('\nContracts (forge):');
  let suites;
  try {
    suites = JSON.parse(text.slice(text.indexOf('{')));
  } catch {
    console.error(text);
    counts.failed += 1;
    return;
  }
  let failed = 0;
  for (const [file, { test_results }] of Object.entries(suites)) {
    for (const [test, { status, reason }] of Object.entries(test_results)) {
      if (status === 'Success') counts.passed += 1;
      else {
        failed += 1;
        console.error(`FAILED ${file} ${test}: ${reason ?? status}`);
      }
    }
  }
  counts.failed += code === 0 ? failed : Math.max(failed, 1);
}
