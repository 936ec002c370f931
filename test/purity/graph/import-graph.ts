import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { parseSource } from './parse-source.js';
import { readAmbient } from './read-ambient.js';
import { computed, readImports } from './read-imports.js';
import { resolveImport } from './resolve-import.js';

export interface GraphModule {
  /** Files that it loads. */
  loads: string[];
  /** Modules of Node that it loads, without `node:`. */
  builtins: string[];
  /** What it takes from its surroundings. */
  ambient: string[];
  /** Loads what nobody can know from reading it. */
  isOpen: boolean;
}

const known = new Map<string, GraphModule>();

/** Everything that is loaded with a module, through workspace packages and installed ones: file → what it needs. */
export function importGraph(entry: string): Map<string, GraphModule> {
  const graph = new Map<string, GraphModule>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (graph.has(file)) continue;
    const module = known.get(file) ?? readModule(file);
    known.set(file, module);
    graph.set(file, module);
    waiting.push(...module.loads);
  }
  return graph;
}

function readModule(file: string): GraphModule {
  const tree = parseSource(file, readFileSync(file, 'utf8'));
  const specifiers = readImports(tree).flatMap(({ specifier, isType }) => (isType ? [] : [specifier]));
  const [builtins, others] = [specifiers.filter(isBuiltin), specifiers.filter((name) => !isBuiltin(name))];
  return {
    loads: others.filter((name) => name !== computed).map((name) => resolveImport(name, file)),
    builtins: builtins.map((name) => name.replace(/^node:/, '')),
    ambient: readAmbient(tree),
    isOpen: others.includes(computed),
  };
}
