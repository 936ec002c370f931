import { type ClientOptions, type Download, download } from '@eslabon/client';
import { errorCodeOf } from '@eslabon/core';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { downloadToFile, downloadToMemory } from './download-file.js';
import { fetchSentences } from './fetch-sentences.js';
import { type BundleKind, kindQuery } from './kind-query.js';
import { findPartial, type PartialFile, partialPath, removePartials } from './partial-file.js';

export interface WholeRequest extends BundleKind {
  out: string;
  /** A past block, a past instant, or neither for the newest. */
  block?: number | undefined;
  at?: Date | undefined;
}

/** What is left of a newest bundle for longer than this is not the newest any more. */
const freshMs = 15 * 60_000;

/** Breaks of the line after which the command gives up, though some bytes came each time. */
const maxBreaks = 20;

/**
 * Fetches a whole bundle, over a file beside `out`; one that is there from before is gone on with. Breaks of the line do
 * not matter as long as some bytes come each time.
 * @throws EslabonError as the agent answers; UNAVAILABLE: the next run goes on where this one was
 */
export async function fetchWhole(
  client: ClientOptions,
  request: WholeRequest,
  { io, language }: Session,
): Promise<Uint8Array> {
  const register = request.register;
  // What an instant's block is, only the agent knows; a past block stays what it is for ever.
  const fits = { register, block: request.block, maxAgeMs: request.block === undefined ? freshMs : Infinity };
  const rest = async () => (request.at === undefined ? findPartial(io, request.out, fits) : undefined);
  let before = await rest();
  for (let breaks = 0; ; breaks++) {
    const found = await ask(client, request, before);
    const [, block] = /^\/v1\/bundles\/(\d{1,15})(?:\?|$)/.exec(found.location ?? '') ?? [];
    const name = { block: Number(block), register, etag: found.etag ?? '' };
    const path = block === undefined ? undefined : partialPath(io, request.out, name);
    if (path === undefined) return downloadToMemory(found);
    // Parts of other files are of no use any more.
    if (found.state === 'whole') await removePartials(io, request.out);
    try {
      const file = await downloadToFile(found, path);
      await removePartials(io, request.out);
      return file;
    } catch (error) {
      const came = await rest();
      const isProgress = (came?.length ?? 0) > (found.state === 'part' ? (before?.length ?? 0) : 0);
      if (errorCodeOf(error) !== 'UNAVAILABLE' || !isProgress || breaks === maxBreaks) throw error;
      before = came;
      printLines(io.stderr, [fetchSentences[language].again(came?.length ?? 0)]);
      await io.sleep(500);
    }
  }
}

/** Goes on with a part, if the agent still has that very file; otherwise it gives the whole. */
async function ask(
  client: ClientOptions,
  request: WholeRequest,
  before: PartialFile | undefined,
): Promise<Download> {
  const query = kindQuery(request);
  if (before !== undefined) {
    const { block, length, etag } = before;
    const resume = { from: length, etag };
    try {
      return there(await download(client, 'getBundleAt', { params: { block }, query }, { resume }));
    } catch (error) {
      // Whatever the agent has against going on, it may give the file anew.
      if (errorCodeOf(error) === 'UNAVAILABLE') throw error;
    }
  }
  const { block, at } = request;
  if (block !== undefined) return there(await download(client, 'getBundleAt', { params: { block }, query }));
  if (at === undefined) return there(await download(client, 'getLatestBundle', { query }));
  return there(await download(client, 'getBundleAsOf', { query: { ...query, at: at.toISOString() } }));
}

function there(found: Download | undefined): Download {
  if (found !== undefined) return found;
  throw new TypeError('The agent answered “not modified” to a request without a condition.');
}
