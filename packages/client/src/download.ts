import { EslabonError } from '@eslabon/core';
import { type OperationId, type OperationRequest, type Operations, operations } from './contract/index.js';
import type { ClientOptions, Sparse } from './create-client.js';
import { problemToError } from './problem-to-error.js';
import { reach } from './reach.js';
import { defaultTimeoutMs } from './send-request.js';
import { type SilenceTimer, startSilenceTimer } from './silence-timer.js';

/** Operations that answer with a file that can be had in parts. */
export type ResumableId = {
  [K in OperationId]: Operations[K]['answer'] extends { resumable: true } ? K : never;
}[OperationId];

export interface DownloadCondition {
  /** Entity tag of what the caller has, without quotes. */
  ifNoneMatch?: string | undefined;
  /** Goes on after so many bytes of the file with this entity tag, if the agent still has that one. */
  resume?: { from: number; etag: string } | undefined;
}

export interface Download {
  /** `part`: the bytes follow those of `resume`; `whole`: they are all there are, whatever was asked for. */
  state: 'whole' | 'part';
  /** Entity tag without quotes; absent when the agent, or a proxy before it, gave no strong one. */
  etag?: string | undefined;
  /** Path under which these very bytes can be had later. */
  location?: string | undefined;
  /** SHA-256 of the whole file in hexadecimal (RFC 9530), also of a part. */
  sha256?: string | undefined;
  /** @throws EslabonError UNAVAILABLE while it is read, when the line breaks or is silent for too long. */
  body: AsyncIterable<Uint8Array>;
}

/**
 * Fetches a file as it comes, so that what arrived before a line broke is not lost. `timeoutMs` is the longest silence,
 * not the longest download.
 * @returns undefined when the caller has the file already.
 * @throws EslabonError as the agent answers (INPUT_RANGE when there is nothing to go on with), UNAVAILABLE.
 */
export async function download<K extends ResumableId>(
  options: ClientOptions,
  id: K,
  request: Sparse<OperationRequest<Operations[K]>>,
  { ifNoneMatch, resume }: DownloadCondition = {},
): Promise<Download | undefined> {
  const silence = startSilenceTimer(options.timeoutMs ?? defaultTimeoutMs);
  try {
    const response = await reach(options, operations[id], request as never, {
      signal: silence.signal,
      headers: {
        // Another encoding would be another file, with a tag of its own.
        'accept-encoding': 'identity',
        ...(ifNoneMatch === undefined ? {} : { 'if-none-match': `"${ifNoneMatch}"` }),
        ...(resume === undefined ? {} : { range: `bytes=${resume.from}-`, 'if-range': `"${resume.etag}"` }),
      },
    });
    if (response.status === 304) {
      silence.stop();
      return undefined;
    }
    if (!response.ok) throw await problemToError(response);
    return {
      state: continues(response, resume?.from) ? 'part' : 'whole',
      etag: /^"([^"]+)"$/.exec(response.headers.get('etag') ?? '')?.[1],
      location: response.headers.get('content-location') ?? undefined,
      sha256: digestIn(response.headers.get('repr-digest') ?? ''),
      body: read(response, silence),
    };
  } catch (error) {
    silence.stop();
    throw error;
  }
}

/** @throws EslabonError UNAVAILABLE when the part is not the one asked for. */
function continues(response: Response, from: number | undefined): boolean {
  if (response.status !== 206) return false;
  const range = response.headers.get('content-range') ?? '';
  if (from !== undefined && range.startsWith(`bytes ${from}-`)) return true;
  throw new EslabonError(
    'UNAVAILABLE',
    `${response.url} answered with the range “${range}”, not from ${from}.`,
  );
}

function digestIn(header: string): string | undefined {
  const base64 = /(?:^|[ ,])sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header)?.[1];
  if (base64 === undefined) return undefined;
  return [...atob(base64)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

async function* read(response: Response, silence: SilenceTimer): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response.body ?? []) {
      silence.restart();
      yield chunk;
    }
  } catch (cause) {
    throw new EslabonError('UNAVAILABLE', `The line to ${response.url} broke in the middle of the file.`, {
      cause,
      hints: ['Ask again: what came until now need not come again.'],
    });
  } finally {
    silence.stop();
  }
}
