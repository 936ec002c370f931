import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** As the sources resolve each other, and everything else as Node does. */
const conditions = new Set(['source', 'node', 'import', 'module-sync', 'default']);

/** File that an import of a module stands for. Throws when there is none. */
export function resolveImport(specifier: string, importer: string): string {
  const file = specifier.startsWith('.')
    ? existingFile(join(dirname(importer), specifier))
    : resolvePackage(specifier, importer);
  if (file === undefined) throw new Error(`${importer} imports ${specifier}, which is nowhere.`);
  return realpathSync(file);
}

function resolvePackage(specifier: string, importer: string): string | undefined {
  const name = packageName(specifier);
  const folder = packageFolder(name, dirname(importer));
  if (folder === undefined) return undefined;
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const subpath = `.${specifier.slice(name.length)}`;
  const target =
    manifest.exports === undefined
      ? subpath === '.'
        ? (manifest.main ?? 'index.js')
        : subpath
      : exported(manifest.exports, subpath);
  return target === undefined ? undefined : existingFile(join(folder, target));
}

/** `@scope/name` or `name` of a specifier. */
export function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function packageFolder(name: string, from: string): string | undefined {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return realpathSync(folder);
  return dirname(from) === from ? undefined : packageFolder(name, dirname(from));
}

function exported(exports: unknown, subpath: string): string | undefined {
  const entries = isMap(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
  const table: Record<string, unknown> = entries ? exports : { '.': exports };
  if (table[subpath] !== undefined) return choose(table[subpath]);
  for (const [pattern, target] of Object.entries(table)) {
    const [start = '', end] = pattern.split('*');
    if (end === undefined || !subpath.startsWith(start) || !subpath.endsWith(end)) continue;
    return choose(target)?.replaceAll('*', subpath.slice(start.length, subpath.length - end.length));
  }
  return undefined;
}

function choose(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (Array.isArray(target)) return target.map(choose).find((one) => one !== undefined);
  if (!isMap(target)) return undefined;
  for (const [condition, inner] of Object.entries(target)) {
    const chosen = conditions.has(condition) ? choose(inner) : undefined;
    if (chosen !== undefined) return chosen;
  }
  return undefined;
}

function existingFile(path: string): string | undefined {
  const candidates = [path.replace(/\.js$/, '.ts'), path, `${path}.js`, join(path, 'index.js')];
  return candidates.find((one) => existsSync(one) && statSync(one).isFile());
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
