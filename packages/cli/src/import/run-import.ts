import { basename } from 'node:path';
import type { Client } from '@eslabon/client';
import { type ImportView, maxRegisterBytes } from '@eslabon/client/contract';
import { type ErrorCode, EslabonError, errorCodes } from '@eslabon/core';
import { agentAddress } from '../agent/agent-address.js';
import { connectAgent } from '../agent/connect-agent.js';
import { readLimited } from '../files/read-limited.js';
import { printJson } from '../output/print-json.js';
import { printLines } from '../output/print-lines.js';
import type { Session } from '../program/session.js';
import { describeImport } from './describe-import.js';
import { followImport } from './follow-import.js';
import type { ImportOptions } from './import-command.js';
import { readRows } from './read-rows.js';
import { startProgress } from './start-progress.js';

/** Rows that the report of a fresh import shows. */
const firstRows = 20;

/** An upload of the largest register may take a while on a slow line. */
const timeoutMs = 120_000;

/**
 * Imports a register, or reports on an earlier import.
 * @returns 0 when no row was rejected, 1 otherwise.
 * @throws EslabonError when it could not run: options, file, agent, or a file that the agent refused as a whole.
 */
export async function runImport(
  file: string | undefined,
  options: ImportOptions,
  session: Session,
): Promise<number> {
  const { io, language } = session;
  if ((file === undefined) === (options.report === undefined)) {
    throw new EslabonError('INPUT_INVALID', 'Give either a register file or --report ID.');
  }
  const address = await agentAddress(io, options);
  const client = connectAgent(address, { timeoutMs });
  const started =
    options.report === undefined
      ? await upload(client, file as string, options, session)
      : await client.getImport({ params: { id: options.report } });
  const progress = await startProgress(io, language);
  const view = await followImport({ client, started, sleep: io.sleep, onProgress: progress.show }).finally(
    progress.stop,
  );
  if (view.error !== null) throw failureOf(view.error);

  const whole = options.json === true || options.report !== undefined;
  const { rows, more } = await readRows(client, view.id, whole ? Number.POSITIVE_INFINITY : firstRows);
  if (options.json === true) printJson(io, { import: view, rows });
  else {
    const rest = more ? `eslabon import --report ${view.id} --agent ${address.baseUrl}` : undefined;
    printLines(io.stdout, describeImport({ view, rows, rest }, language));
  }
  return view.counts.rejected === 0 ? 0 : 1;
}

async function upload(
  client: Client,
  file: string,
  options: ImportOptions,
  { io }: Session,
): Promise<ImportView> {
  const body = await readLimited(io, file, {
    maxBytes: maxRegisterBytes,
    what: 'register',
    tooLarge: 'REGISTER_TOO_LARGE',
  });
  const fileName = file === '-' ? 'register.csv' : basename(file).slice(0, 200);
  return client.startImport({
    query: { dryRun: options.dryRun === true ? 'true' : 'false', fileName },
    body,
  });
}

function failureOf({ code, message, hints }: NonNullable<ImportView['error']>): EslabonError {
  const known = (errorCodes as readonly string[]).includes(code) ? (code as ErrorCode) : 'INTERNAL';
  return new EslabonError(known, message, { hints });
}
