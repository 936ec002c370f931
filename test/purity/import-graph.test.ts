import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { GraphModule } from './graph/import-graph.js';
import { importGraph } from './graph/import-graph.js';
import { parseSource } from './graph/parse-source.js';
import { readAmbient } from './graph/read-ambient.js';
import { computed, readImports } from './graph/read-imports.js';
import { root } from './graph/workspace.js';

const pure = [
  'packages/core',
  'packages/credentials',
  'packages/did',
  'packages/bundle',
  'did-registry',
  'packages/verifier',
] as const;

/** Modules of Node that installed packages load, and why they may. */
const guarded: Record<string, { builtins: string[]; because: string }> = {
  'fflate/esm/index.mjs': {
    builtins: ['module', 'worker_threads'],
    because: 'Its asynchronous functions start a worker. We call only the synchronous ones.',
  },
};

/** Ways to a network that no installed package may have. */
const networkNames = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];

function graphOf(folder: string): { ours: [string, GraphModule][]; theirs: [string, GraphModule][] } {
  const modules = [...importGraph(realpathSync(join(root, folder, 'src', 'index.ts')))];
  const isInstalled = ([file]: [string, GraphModule]) => file.includes('/node_modules/');
  return {
    ours: modules
      .filter((entry) => !isInstalled(entry))
      .map(([file, module]) => [relative(root, file), module]),
    theirs: modules
      .filter(isInstalled)
      .map(([file, module]) => [file.slice(file.lastIndexOf('/node_modules/') + 14), module]),
  };
}

const nothing = { builtins: [], ambient: [], isOpen: false };
const takenFrom = ({ builtins, ambient, isOpen }: GraphModule) => ({ builtins, ambient, isOpen });

describe.each(pure)('everything that is loaded with %s', (folder) => {
  const { ours, theirs } = graphOf(folder);

  it('is followed, through workspace packages too', () => {
    expect(ours.length).toBeGreaterThan(5);
    const packages = new Set(ours.map(([file]) => file.split('/src/')[0]));
    expect([...packages].filter((name) => !pure.includes(name as (typeof pure)[number]))).toEqual([]);
    expect(packages.has(folder)).toBe(true);
  });

  it('takes of ours no module of Node, no network, no clock, no chance, no process', () => {
    const impure = ours.map(([file, module]) => [file, takenFrom(module)]);
    expect(Object.fromEntries(impure)).toEqual(Object.fromEntries(ours.map(([file]) => [file, nothing])));
  });

  it('takes of others no module of Node but the guarded ones, and no network', () => {
    const found = theirs.filter(([file, { builtins }]) => builtins.length > 0 && guarded[file] === undefined);
    expect(found).toEqual([]);
    for (const [file, { builtins, ambient, isOpen }] of theirs) {
      expect(builtins.filter((name) => !guarded[file]?.builtins.includes(name))).toEqual([]);
      expect({ file, network: ambient.filter((name) => networkNames.includes(name)), isOpen }).toEqual({
        file,
        network: [],
        isOpen: false,
      });
    }
  });
});

it('every guarded module is still loaded somewhere', () => {
  const loaded = pure.flatMap((folder) => graphOf(folder).theirs.map(([file]) => file));
  expect(Object.keys(guarded).filter((file) => !loaded.includes(file))).toEqual([]);
});

describe('the reader of sources', () => {
  const read = (text: string) => parseSource('example.ts', text);

  it('finds every way to import', () => {
    const text = `import a, { b } from 'static';
      import 'effect';
      import type { T } from 'only-type';
      export { c } from 'named';
      export * from 'all';
      type U = import('inline-type').U;
      export const load = async () => [await import('dynamic'), await import(a)];
      export const old = [require('cjs'), createRequire(import.meta.url).resolve('resolved/package.json')];`;
    expect(readImports(read(text))).toEqual([
      { specifier: 'static', isType: false },
      { specifier: 'effect', isType: false },
      { specifier: 'only-type', isType: true },
      { specifier: 'named', isType: false },
      { specifier: 'all', isType: false },
      { specifier: 'inline-type', isType: true },
      { specifier: 'dynamic', isType: false },
      { specifier: computed, isType: false },
      { specifier: 'cjs', isType: false },
      { specifier: 'resolved/package.json', isType: false },
    ]);
  });

  it('tells what is taken from the surroundings from what only has its name', () => {
    const taken = 'fetch(url); Date.now(); new Date(); Math.random(); process.env; globalThis["fetch"]';
    expect(readAmbient(read(taken))).toEqual([
      'fetch',
      'Date.now',
      'new Date()',
      'Math.random',
      'process',
      'globalThis',
    ]);
    const own = 'new Date(0); step.process(); const x = { fetch: 1 }; x.fetch; // Date.now()\n"process"';
    expect(readAmbient(read(own))).toEqual([]);
  });
});
