import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mountsOf, root, serviceOf } from './compose-file.js';
import { readEnvironment } from './make-network.js';

export interface RunningService {
  child: ChildProcess;
  /** Resolves when the process has ended. */
  ended: Promise<{ code: number | null; out: string; err: string }>;
}

/**
 * Starts what a service of docker-compose.yml starts, as a process of this machine instead of a container: with its
 * command, and its variables only. Paths of the container become paths below `folder`, and words are replaced as said.
 */
export function startService(name: string, folder: string, words: Record<string, string>): RunningService {
  const service = serviceOf(name);
  const [program = '', ...args] = service.command ?? [];
  const replacements = [...pathsOf(name, folder), ...Object.entries(words)];
  const translate = (word: string) => replacements.reduce((text, [from, to]) => text.replace(from, to), word);
  const env = Object.assign(
    {},
    ...(service.env_file ?? []).map((file) => readEnvironment(join(folder, file))),
  );
  const child = spawn(process.execPath, [join(root, program), ...args.map(translate)], { cwd: folder, env });
  const written = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    written.out += data;
  });
  child.stderr.on('data', (data) => {
    written.err += data;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...written }));
  return { child, ended };
}

/** What the paths of a container stand for: files that were made, and a folder for each volume. */
export function pathsOf(name: string, folder: string): [string, string][] {
  return [...mountsOf(serviceOf(name))].map(([target, { source }]) => {
    if (source.startsWith('.')) return [target, join(folder, source)];
    const volume = join(folder, 'volumes', source);
    mkdirSync(volume, { recursive: true });
    return [target, volume];
  });
}
