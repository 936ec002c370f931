import { EslabonError } from '@eslabon/core';
import { getPresentation } from '../contract/operations/presentations.js';
import { type Presentation, presentationSchema } from '../contract/schemas/presentation.js';
import type { ClientOptions } from '../create-client.js';
import { problemToError } from '../problem-to-error.js';
import { reach } from '../reach.js';
import { startSilenceTimer } from '../silence-timer.js';
import { backoff } from './backoff.js';
import { pauseFor } from './pause-for.js';
import { readEvents } from './read-events.js';

/** Whether the agent can be heard. */
export type Line = { state: 'open' } | { state: 'broken'; cause: unknown; retryInMs: number };

export interface FollowOptions {
  /** Ends it, without an error. */
  signal?: AbortSignal | undefined;
  /** Is told when the line stands, and when it breaks and how long it will be until the next try. */
  onLine?: ((line: Line) => void) | undefined;
  /** The longest silence in milliseconds; the agent says something every 15 seconds. 45 seconds when absent. */
  silenceMs?: number | undefined;
  /** Waits between tries; for tests. */
  pause?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

const operation = { ...getPresentation, path: `${getPresentation.path}/events` };

/** States after which nothing more happens. */
const final: ReadonlySet<Presentation['state']> = new Set(['answered', 'declined', 'expired']);

/**
 * Follows a request to present by the agent's server-sent events: what is the case now, and then every change, until
 * the final one. A line that breaks or falls silent is opened again, after longer and longer waits; what did not change
 * meanwhile is not said twice.
 * @throws EslabonError as the agent refuses: NOT_FOUND, AUTHENTICATION_FAILED, PERMISSION_DENIED and the like;
 * UNAVAILABLE when it says what is no presentation
 */
export async function* followPresentation(
  options: ClientOptions,
  id: string,
  { signal = new AbortController().signal, onLine, silenceMs = 45_000, pause = pauseFor }: FollowOptions = {},
): AsyncGenerator<Presentation> {
  let known: string | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      for await (const text of listen(options, id, { signal, onLine, silenceMs })) {
        if (text === known) continue;
        known = text;
        failures = 0;
        const presentation = presentationIn(text);
        yield presentation;
        if (final.has(presentation.state)) return;
      }
      throw new LineBroken(new Error('The agent ended the stream before anything was final.'));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof LineBroken)) throw error;
      const retryInMs = Math.max(backoff(failures), error.retryAfterMs);
      failures += 1;
      onLine?.({ state: 'broken', cause: error.cause, retryInMs });
      await pause(retryInMs, signal);
    }
  }
}

/** What may be well again the next time. */
class LineBroken extends Error {
  constructor(
    override readonly cause: unknown,
    readonly retryAfterMs = 0,
  ) {
    super('The line is broken.', { cause });
  }
}

interface Listening {
  signal: AbortSignal;
  onLine: FollowOptions['onLine'];
  silenceMs: number;
}

/** The data of the events of one connection. @throws LineBroken, or EslabonError where it is no use to try again */
async function* listen(
  options: ClientOptions,
  id: string,
  { signal, onLine, silenceMs }: Listening,
): AsyncGenerator<string> {
  const silence = startSilenceTimer(silenceMs, signal);
  const transport = { signal: silence.signal, headers: { accept: 'text/event-stream' } };
  try {
    const response = await reach(options, operation, { params: { id } }, transport).catch(broken);
    if (!response.ok) await refuse(response);
    const body = await eventsIn(response);
    onLine?.({ state: 'open' });
    for await (const { type, data } of readEvents(body, silence.restart)) {
      if (type === 'presentation') yield data;
    }
  } catch (error) {
    throw error instanceof EslabonError || error instanceof LineBroken ? error : new LineBroken(error);
  } finally {
    silence.stop();
  }
}

async function eventsIn({ headers, body, url }: Response): Promise<ReadableStream<Uint8Array>> {
  const mediaType = headers.get('content-type') ?? '';
  if (body !== null && mediaType.startsWith('text/event-stream')) return body as ReadableStream<Uint8Array>;
  await body?.cancel();
  throw new LineBroken(new Error(`${url} answered with “${mediaType}”, not with events.`));
}

function broken(cause: unknown): never {
  throw new LineBroken(cause);
}

/** @throws LineBroken where another try may go better (RFC 9110 §15), EslabonError where it would not */
async function refuse(response: Response): Promise<never> {
  const error = await problemToError(response);
  const { status } = response;
  if (status < 500 && status !== 408 && status !== 429) throw error;
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  throw new LineBroken(error, Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 300) * 1000 : 0);
}

function presentationIn(text: string): Presentation {
  try {
    return presentationSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new EslabonError('UNAVAILABLE', 'The agent sent an event that is no presentation.', {
      cause,
      hints: ['Are this program and the agent of the same version?'],
    });
  }
}
