import { type ExportResult, exportToFolder, type LoadedBundle } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import { agentAddress } from '../../agent/agent-address.js';
import { connectAgent } from '../../agent/connect-agent.js';
import { printJson } from '../../output/print-json.js';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { kindQuery } from '../fetch/kind-query.js';
import { loadProver } from '../open/load-prover.js';
import { demandBundle } from '../open/magic.js';
import { readBundle } from '../open/read-bundle.js';
import type { ExportOptions } from './export-command.js';
import { exportSentences } from './export-sentences.js';
import { openFolder } from './node-folder.js';

interface Proven {
  file: Uint8Array;
  loaded: LoadedBundle;
}

/**
 * Puts bundles into a folder, the oldest first, each proven before.
 * @throws EslabonError BUNDLE_*, TRUST_*, FILE_*, as the agent answers; CONFLICT when the folder is of another chain, has
 * a newer bundle, or is not one of bundles
 */
export async function exportBundles(
  files: readonly string[],
  options: ExportOptions,
  session: Session,
): Promise<number> {
  const { io } = session;
  const asked = [options.register && '--register', options.mode && '--mode'].filter(Boolean);
  if (files.length > 0 && asked.length > 0) {
    throw new EslabonError(
      'INPUT_INVALID',
      `${asked.join(' and ')} are questions to an agent, not to a file.`,
      {
        hints: ['Leave out the files or these options.'],
      },
    );
  }
  const { prove } = await loadProver(io, options);
  const given = files.length === 0 ? [await fromAgent(options, session)] : await readAll(files, session);
  // All of them hold, or the folder is not touched.
  const proven: Proven[] = given.map((file) => ({ file, loaded: prove(file) }));
  proven.sort((a, b) => a.loaded.block.number - b.loaded.block.number);
  const folder = await openFolder(io, options.to);
  let result: ExportResult | undefined;
  for (const bundle of proven) {
    const prefix = options.prefix ?? prefixOf(bundle.loaded);
    result = await exportToFolder(folder, bundle, { prefix, keep: options.keep });
    if (options.json !== true) tell(result, options.to, session);
  }
  if (options.json === true) printJson(io, result?.index);
  return 0;
}

async function fromAgent(options: ExportOptions, { io }: Session): Promise<Uint8Array> {
  const address = await agentAddress(io, options);
  const query = kindQuery({ register: options.register === true, mode: options.mode });
  const file = await connectAgent(address).getLatestBundle({ query });
  demandBundle(file, address.baseUrl);
  return file;
}

async function readAll(files: readonly string[], { io }: Session): Promise<Uint8Array[]> {
  const read: Uint8Array[] = [];
  for (const file of files) read.push(await readBundle(io, file));
  return read;
}

function prefixOf({ trust }: LoadedBundle): string {
  return trust.mode === 'attested' ? trust.country.toLowerCase() : 'sealed';
}

function tell({ outcome, index, removed }: ExportResult, to: string, { io, language }: Session): void {
  const say = exportSentences[language];
  const [newest] = index.bundles;
  if (newest === undefined) return;
  if (outcome === 'unchanged') printLines(io.stdout, [say.unchanged(to, newest.block)]);
  else {
    printLines(io.stdout, [
      say.written(to, newest.file, newest.bytes),
      say.deltas(index.deltas.length, removed.length),
    ]);
  }
}
