import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EslabonError } from '@eslabon/core';
import type { CompiledContracts } from './compiled-contracts.js';

/** Where the compiler's script lies, seen from the built command as from its sources. */
const repositoryScript = new URL('../../../../../did-registry/scripts/compile.mjs', import.meta.url);

const limits = { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 };

/**
 * Compiles the contracts of the repository in a process of its own: the compiler is large and keeps its memory.
 * @throws EslabonError DEPLOYMENT_SOURCES_MISSING when the repository or the compiler is not there, or does not compile
 */
export async function compileContracts(script: URL = repositoryScript): Promise<CompiledContracts> {
  const path = fileURLToPath(script);
  if (!existsSync(path)) {
    throw missing('The sources of the contracts are not here: this command needs the repository.');
  }
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [path, '--json'], limits);
    return JSON.parse(stdout) as CompiledContracts;
  } catch (cause) {
    const words = String((cause as { stderr?: unknown }).stderr ?? cause);
    const reason = /Cannot find (?:module|package) '[^']*'/.exec(words)?.[0] ?? words.trim().slice(0, 500);
    throw missing(`The contracts could not be compiled: ${reason}.`, cause);
  }
}

function missing(message: string, cause?: unknown): EslabonError {
  return new EslabonError('DEPLOYMENT_SOURCES_MISSING', message, {
    cause,
    hints: ['Run it in a clone of the repository in which “npm run build” went through.'],
  });
}
