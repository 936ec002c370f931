import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { pinnedNode, run } from './run-command.mjs';

const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

const suites = {
  all: { config: 'jest.config.js', forge: true },
  vectors: { config: 'test/vectors/jest.config.js', forge: false },
  browser: { config: 'test/browser/jest.config.js', forge: false },
};

/**
 * Runs a suite and ends with the real counts alone on a line. With arguments (a path, -t name) only jest runs, with
 * those arguments.
 */
export async function test(name, args) {
  await build();
  const { config, forge } = suites[name];
  const counts = { passed: 0, failed: 0 };
  let broken = (await runJest(config, args, counts)) !== 0;
  if (forge && args.length === 0) broken = (await runForge(counts)) !== 0 || broken;
  if (broken && counts.failed === 0) counts.failed = 1;
  if (counts.passed === 0) broken = true;
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  return broken || counts.failed > 0 ? 1 : 0;
}

async function runJest(config, args, counts) {
  const folder = mkdtempSync(join(tmpdir(), 'eslabon-test-'));
  const report = join(folder, 'jest.json');
  try {
    const code = await run(
      pinnedNode,
      [...jest, '-c', config, '--maxWorkers=2', '--json', `--outputFile=${report}`, ...args],
      {
        output: 'ignore',
      },
    );
    const exit = code.code ?? code;
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    counts.passed += numPassedTests;
    // A file that could not even be loaded counts as one failure.
    counts.failed += numFailedTests + numRuntimeErrorTestSuites;
    return exit;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runForge(counts) {
  console.error('\nContracts (forge) …');
  const { code, text } = await run(pinnedNode, ['did-registry/scripts/forge-test.mjs', '--json'], {
    output: 'pipe',
  });
  let suites;
  try {
    suites = JSON.parse(text.slice(text.indexOf('{')));
  } catch {
    console.error(text);
    return code || 1;
  }
  for (const [file, { test_results }] of Object.entries(suites)) {
    for (const [test, { status, reason }] of Object.entries(test_results)) {
      if (status === 'Success') counts.passed += 1;
      else {
        counts.failed += 1;
        console.error(`FAILED ${file} ${test}: ${reason ?? status}`);
      }
    }
  }
  return code;
}
