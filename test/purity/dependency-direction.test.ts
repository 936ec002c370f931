import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { importedPackages, readManifest, readWorkspace, root, sourcesIn } from './graph/workspace.js';

const everything = [
  ...['core', 'credentials', 'bundle', 'did-registry', 'verifier', 'chain', 'client', 'veramo', 'cli'],
  ...['customs', 'testkit', 'did', 'data-integrity', 'exchange', 'json-schema', 'paper'],
];

/** Who may import whom, among the packages of the workspace (docs/architecture.md). */
const allowed: Record<string, string[]> = {
  core: [],
  credentials: ['core'],
  'did-registry': ['core'],
  bundle: ['core', 'credentials', 'did-registry'],
  verifier: ['core', 'credentials', 'bundle'],
  did: ['core', 'credentials'],
  'data-integrity': ['core', 'credentials'],
  exchange: ['core', 'credentials', 'data-integrity'],
  'json-schema': ['core'],
  chain: ['core', 'credentials', 'did-registry', 'bundle', 'did'],
  client: ['core'],
  paper: ['core', 'credentials'],
  ui: ['core'],
  testkit: ['core', 'bundle'],
  veramo: ['core', 'credentials'],
  cli: [
    ...['core', 'credentials', 'did-registry', 'bundle', 'verifier', 'chain', 'client', 'json-schema'],
    'paper',
  ],
  customs: everything.filter((name) => name !== 'testkit' && name !== 'customs'),
  network: everything,
  verify: ['core', 'bundle', 'verifier', 'client', 'paper', 'ui'],
  wallet: ['core', 'credentials', 'bundle', 'verifier', 'ui'],
  portal: ['core', 'client', 'verifier', 'ui'],
};

/** Installed packages that only some of ours may import: what depends on them can be replaced in one place. */
const confined: { packages: RegExp; to: string[]; inTestsOf: string[] }[] = [
  {
    packages: /^(@veramo\/.*|ethers|did-jwt|did-resolver|ethr-did-resolver)$/,
    to: ['veramo'],
    inTestsOf: ['veramo'],
  },
  {
    packages: /^(jsonld|rdf-canonize)$/,
    to: ['data-integrity'],
    inTestsOf: ['data-integrity'],
  },
  { packages: /^viem$/, to: ['chain', 'testkit'], inTestsOf: ['chain', 'testkit', 'did-registry'] },
];

/** Dependencies that another dependency loads by their name. */
const loadedByName: Record<string, string[]> = {
  customs: ['better-sqlite3'],
  paper: ['dejavu-fonts-ttf'],
};

const workspace = readWorkspace();
const ours = (names: string[]) =>
  names.filter((name) => name.startsWith('@eslabon/')).map((name) => name.slice('@eslabon/'.length));

it('the table names every package of the workspace', () => {
  expect(workspace.map(({ name }) => name).sort()).toEqual(Object.keys(allowed).sort());
});

describe.each(workspace.map((entry) => [entry.name, entry] as const))('%s', (name, entry) => {
  const { folder, imported, importedByTests, dependencies, devDependencies } = entry;

  it('imports only what the direction of dependencies allows', () => {
    expect(ours(imported).filter((other) => !allowed[name]?.includes(other))).toEqual([]);
  });

  it('reaches into no other package by a relative path', () => {
    const outside = entry.relative.filter(
      ({ file, specifier }) => !normalize(join(file, '..', specifier)).startsWith(`${folder}/`),
    );
    expect(outside).toEqual([]);
  });

  it('leaves confined packages where they belong', () => {
    const escaped = confined.flatMap(({ packages, to, inTestsOf }) => [
      ...(to.includes(name) ? [] : imported.filter((other) => packages.test(other))),
      ...(inTestsOf.includes(name) ? [] : importedByTests.filter((other) => packages.test(other))),
    ]);
    expect(escaped).toEqual([]);
  });

  it('declares exactly what it imports', () => {
    expect(dependencies).toEqual([...imported, ...(loadedByName[name] ?? [])].sort());
  });

  it('declares what its tests and scripts need, and no more', () => {
    const shared = Object.keys(readManifest('.').devDependencies ?? {});
    const declared = [...dependencies, ...devDependencies, ...shared, `@eslabon/${name}`];
    expect(importedByTests.filter((other) => !declared.includes(other))).toEqual([]);
    const named = (other: string) => entry.text.includes(other.replace(/^@types\//, ''));
    expect(devDependencies.filter((other) => dependencies.includes(other) || !named(other))).toEqual([]);
  });

  it('is built after what it imports', () => {
    const { references = [] } = JSON.parse(readFileSync(join(root, folder, 'tsconfig.json'), 'utf8'));
    const built = references.map(({ path }: { path: string }) => normalize(join(folder, path)));
    const needed = workspace.filter((other) => ours(imported).includes(other.name));
    expect(built.sort()).toEqual(needed.map((other) => other.folder).sort());
  });
});

it('contracts that stand in for others reach tests and the demonstration network only', () => {
  const own = workspace
    .filter(({ name }) => name !== 'network')
    .flatMap(({ folder }) => sourcesIn(`${folder}/src`))
    .filter((file) => !/\.test\.ts$|\/src\/testing\//.test(file));
  const naming = own.filter((file) => /did-registry\/doubles/.test(readFileSync(join(root, file), 'utf8')));
  expect(own.length).toBeGreaterThan(100);
  expect(naming).toEqual([]);
});

it('what crosses packages declares what it imports', () => {
  const { dependencies = {} } = readManifest('test');
  const shared = Object.keys(readManifest('.').devDependencies ?? {});
  const imported = importedPackages(sourcesIn('test')).filter((name) => !shared.includes(name));
  expect(Object.keys(dependencies).sort()).toEqual(imported);
});
