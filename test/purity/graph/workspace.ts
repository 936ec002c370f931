import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSource } from './parse-source.js';
import { computed, readImports } from './read-imports.js';
import { packageName } from './resolve-import.js';

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Part of a package.json or tsconfig.json. */
interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export interface WorkspacePackage {
  /** Without `@eslabon/`. */
  name: string;
  /** Relative to {@link root}. */
  folder: string;
  dependencies: string[];
  devDependencies: string[];
  /** Names of packages that the package itself imports: src without tests and `testing`. */
  imported: string[];
  /** Names of packages that tests, `testing`, scripts and commands import. */
  importedByTests: string[];
  /** Relative imports of the package itself, with their files. */
  relative: { file: string; specifier: string }[];
  /** All text of the package, in which a tool may name a package without importing it. */
  text: string;
}

const sourceName = /\.(tsx?|mjs)$/;
const testPath = /\.(test|fixture)\.ts$|\/(src\/testing|scripts|bin)\//;

/** Packages under packages/, agents/ and did-registry. */
export function readWorkspace(): WorkspacePackage[] {
  const below = (folder: string) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  return [...below('packages'), ...below('agents'), 'did-registry'].map(readPackage);
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}

/** Imports of all sources under some folders, as `@scope/name` or `name`, without modules of Node. */
export function importedPackages(files: string[]): string[] {
  const specifiers = files.flatMap(specifiersOf).filter(isBare);
  return [...new Set(specifiers.map(packageName))].sort();
}

/** Sources in a folder of the repository, by their paths from its root. */
export function sourcesIn(folder: string): string[] {
  return filesIn(folder).filter((file) => sourceName.test(file));
}

function readPackage(folder: string): WorkspacePackage {
  const manifest = readManifest(folder);
  const sources = sourcesIn(folder);
  const own = sources.filter((file) => !testPath.test(file));
  return {
    name: manifest.name.replace('@eslabon/', ''),
    folder,
    dependencies: Object.keys(manifest.dependencies ?? {}).sort(),
    devDependencies: Object.keys(manifest.devDependencies ?? {}).sort(),
    imported: importedPackages(own),
    importedByTests: importedPackages(sources.filter((file) => testPath.test(file))),
    relative: own.flatMap((file) =>
      specifiersOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => ({ file, specifier })),
    ),
    text: filesIn(folder)
      .filter((file) => /\.(tsx?|mjs|sol|toml)$/.test(file))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n'),
  };
}

const notOurs = new Set(['node_modules', 'dist', 'dist-app', 'out', 'cache', 'artifacts']);

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}

const specifiersByFile = new Map<string, string[]>();

function specifiersOf(file: string): string[] {
  const known = specifiersByFile.get(file);
  if (known) return known;
  const tree = parseSource(file, readFileSync(join(root, file), 'utf8'));
  const specifiers = readImports(tree).map(({ specifier }) => specifier);
  specifiersByFile.set(file, specifiers);
  return specifiers;
}

function isBare(specifier: string): boolean {
  return specifier !== computed && !specifier.startsWith('.') && !isBuiltin(specifier);
}
