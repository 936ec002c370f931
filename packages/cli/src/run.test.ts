import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { nouns } from './program/nouns.js';
import { version } from './program/version.js';
import { run } from './run.js';
import { captureIo } from './testing/capture-io.js';

async function eslabon(...args: string[]) {
  const io = captureIo();
  return { code: await run(args, io), out: io.out(), err: io.err() };
}

const commands = [
  ['verify'],
  ['bundle', 'fetch'],
  ['bundle', 'build'],
  ['bundle', 'inspect'],
  ['bundle', 'verify'],
  ['bundle', 'delta'],
  ['bundle', 'apply'],
  ['bundle', 'export'],
  ['trust', 'checkpoint'],
  ['import'],
  ['certificate', 'list'],
  ['certificate', 'get'],
  ['certificate', 'credential'],
  ['certificate', 'history'],
  ['status', 'suspend'],
  ['status', 'reinstate'],
  ['status', 'revoke'],
  ['registry', 'deploy'],
  ['registry', 'status'],
  ['registry', 'verify'],
  ['conformance', 'jose', 'issue'],
  ['conformance', 'jose', 'verify'],
  ['conformance', 'schema', 'validate'],
];

describe('help', () => {
  it('lists every noun with its summary', async () => {
    const { code, out } = await eslabon('--help');
    expect(code).toBe(0);
    for (const { name, summary } of nouns) expect(out).toContain(`\n  ${name.padEnd(18)} ${summary}\n`);
  });

  it.each(commands)('%s %s has an example, its exit codes and the language', async (...command) => {
    const { code, out, err } = await eslabon(...command, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`Examples?:\\n  eslabon ${command.filter(Boolean).join(' ')} `));
    expect(out).toContain('Exit codes: 0 ');
    expect(out).toContain('--lang <language>');
  });

  it('has one list of commands, here and in the program', async () => {
    expect(new Set(commands.map(([noun]) => noun))).toEqual(new Set(nouns.map(({ name }) => name)));
  });
});

describe('what cannot be run', () => {
  it.each([
    ['nothing', []],
    ['a noun without a verb', ['bundle']],
    ['an unknown noun', ['bundles']],
    ['an unknown option', ['verify', 'a', '--bundle', 'b', '--as', 'MX', '--jsn']],
    ['a missing option', ['verify', 'a', '--bundle', 'b']],
    ['too many arguments', ['verify', 'a', 'b', '--bundle', 'b', '--as', 'MX']],
    ['an unknown language', ['verify', 'a', '--bundle', 'b', '--as', 'MX', '--lang', 'de']],
    ['an unknown reason', ['status', 'suspend', 'x', '--reason', 'BECAUSE', '--decision', 'r']],
    ['a country that is none', ['verify', 'a', '--bundle', 'b', '--as', 'Mexico']],
  ])('%s ends with 2 and says why on standard error', async (_, args) => {
    const { code, out, err } = await eslabon(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^(error INPUT_INVALID: |Usage: eslabon )/);
  });

  it('suggests the option that was meant', async () => {
    const { err } = await eslabon('verify', 'a', '--bundle', 'b', '--as', 'MX', '--jsn');
    expect(err).toContain('Did you mean --json?');
  });
});

describe('version', () => {
  it('is the one of the package', async () => {
    const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
    expect(version).toBe(JSON.parse(manifest).version);
    expect(await eslabon('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});
