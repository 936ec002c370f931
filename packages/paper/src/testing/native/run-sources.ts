import { type ExecFileOptions, execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const hook = new URL('from-sources.mjs', import.meta.url).href;

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/**
 * Runs a TypeScript source in a process of its own, with the sources of the packages that it imports: work on millions
 * of pixels is many times slower among the test runner's modules.
 */
export function runSources(
  script: string | URL,
  args: readonly string[],
  options: ExecFileOptions = {},
): Promise<Ran> {
  const path = typeof script === 'string' ? script : fileURLToPath(script);
  const flags = ['--no-warnings', '--conditions=source', `--import=${hook}`];
  return new Promise((resolve) => {
    const settings = { maxBuffer: 2 ** 26, ...options, encoding: 'utf8' } as const;
    execFile(process.execPath, [...flags, path, ...args], settings, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}
