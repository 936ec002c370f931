// Shows that the tests would notice: brings one mistake after the other into a copy of the contracts and runs the tests
// meant for it, with fewer runs than usual. Prints a table; exit code 1 when a mistake survives or does not compile.
//   node test/mutations.mjs [words of the mistakes to try]
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/build-contracts.mjs';
import { forgeBinary } from '../scripts/forge-binary.mjs';
import { mutants } from './mutations/mutants.mjs';

const workers = 2;

/** Without the optimizer the contracts compile three times as fast and do the same. */
const settings = { FOUNDRY_OPTIMIZER: 'false', FOUNDRY_FUZZ_RUNS: '100', FOUNDRY_INVARIANT_RUNS: '8' };

function copyProject() {
  const folder = mkdtempSync(join(tmpdir(), 'eslabon-mutants-'));
  for (const name of ['contracts', 'test', 'scripts', 'foundry.toml', 'package.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Runs the test files named. Gives the names of the tests that passed and failed, or what forge said instead. */
function runTests(folder, names) {
  const pattern = `test/{${names.join(',')}}.t.sol`;
  const child = spawn(forgeBinary(), ['test', '--json', '--match-path', pattern], {
    cwd: folder,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [text, words] = ['', ''];
  child.stdout.on('data', (data) => {
    text += data;
  });
  child.stderr.on('data', (data) => {
    words += data;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(readResults(text, words)));
  });
}

function readResults(text, words) {
  let suites;
  try {
    suites = JSON.parse(text.slice(text.indexOf('{')));
  } catch {
    return { trouble: `${text}${words}`.trim().slice(0, 2_000) };
  }
  const results = Object.entries(suites).flatMap(([file, { test_results }]) =>
    Object.entries(test_results).map(([test, { status }]) => {
      const suite = file.slice(file.lastIndexOf(':') + 1);
      return { name: `${suite}.${test.replace(/\(.*/, '')}`, passed: status === 'Success' };
    }),
  );
  return {
    passed: results.filter(({ passed }) => passed),
    failed: results.filter(({ passed }) => !passed).map(({ name }) => name),
  };
}

/** The file with the mistake in it. */
function mutate({ what, remove, replace = remove, by = '' }, source) {
  const parts = source.split(replace);
  if (parts.length !== 2) throw new Error(`“${what}”: its text is there ${parts.length - 1} times.`);
  return parts.join(by);
}

async function tryMutant(folder, mutant) {
  const file = join(folder, 'contracts', mutant.file);
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, mutate(mutant, source));
  try {
    return await runTests(folder, mutant.tests);
  } finally {
    writeFileSync(file, source);
  }
}

function report(mutant, { trouble, failed }) {
  const found = trouble === undefined && failed.length > 0;
  const proof =
    trouble ?? (found ? `${failed[0]}${failed.length > 1 ? ` and ${failed.length - 1} more` : ''}` : '–');
  process.stdout.write(`| ${found ? 'found' : 'SURVIVED'} | ${mutant.what} | ${proof} |\n`);
  return found;
}

const wanted = process.argv.slice(2).join(' ');
const queue = mutants.filter(({ what }) => what.includes(wanted));
const folders = Array.from({ length: workers }, copyProject);
try {
  const names = [...new Set(queue.flatMap(({ tests }) => tests))];
  const untouched = await runTests(folders[0], names);
  if (untouched.trouble !== undefined || untouched.failed.length > 0 || untouched.passed.length === 0) {
    throw new Error(
      `The tests fail without any mistake: ${untouched.trouble ?? untouched.failed.join(', ')}`,
    );
  }
  process.stdout.write('| | mistake | test that fails |\n| --- | --- | --- |\n');
  const count = queue.length;
  let found = 0;
  const work = async (folder) => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (report(next, await tryMutant(folder, next))) found += 1;
    }
  };
  await Promise.all(folders.map(work));
  process.stdout.write(`\n${found} of ${count} mistakes found.\n`);
  process.exitCode = found === count && count > 0 ? 0 : 1;
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
