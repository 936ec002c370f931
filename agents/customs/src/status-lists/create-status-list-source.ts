import { EslabonError, errorCodeOf, statusPurposes } from '@eslabon/core';
import { parseStrictJsonBytes } from '@eslabon/credentials';
import type { FetchDocument } from '@eslabon/did';
import { createDocumentFetcher } from '@eslabon/did/fetch';
import type { AgentParts } from '../agent-parts.js';
import type { StatusLists } from './create-status-lists.js';
import { statusListBase } from './status-place.js';

type Parts = Pick<AgentParts, 'config' | 'clock'>;

/** Lists of other hosts that are kept at a time. */
const maxKept = 200;
/** Longest that a list is kept, whatever its ttl says, and how long when it has none. */
const maxKeptMs = 3_600_000;
const defaultKeptMs = 300_000;
const maxBytes = 1 << 20;
const mediaTypes = ['application/vc', 'application/vc+jwt', 'application/ld+json', 'application/json'];

/**
 * Gets status lists: those of this agent from where they are made, those of others over https from hosts that the
 * operator lists, within bounds, and again only when their ttl is over. Nothing in them is trusted here.
 */
export function createStatusListSource(
  { config, clock }: Parts,
  own: StatusLists,
  fetchDocument: FetchDocument = fetcherFor(config),
): (url: string) => Promise<unknown> {
  const kept = new Map<string, { until: number; fetched: Promise<unknown> }>();
  const base = statusListBase(config);

  return async (url: string): Promise<unknown> => {
    if (base !== undefined && url.startsWith(`${base}/`)) return ownList(url.slice(base.length + 1), own);
    const before = kept.get(url);
    if (before !== undefined && before.until > clock().getTime()) return before.fetched;
    const fetched = fetchList(url);
    const entry = { until: clock().getTime() + defaultKeptMs, fetched };
    kept.set(url, entry);
    fetched.then(
      (list) => {
        entry.until = clock().getTime() + keptFor(list);
      },
      () => kept.delete(url),
    );
    for (const oldest of kept.keys()) {
      if (kept.size <= maxKept) break;
      kept.delete(oldest);
    }
    return fetched;
  };

  async function fetchList(url: string): Promise<unknown> {
    try {
      return read(await fetchDocument(new URL(url)));
    } catch (error) {
      throw toStatusListError(error, url);
    }
  }
}

function fetcherFor({ statusLists: { allowedHosts } }: Parts['config']): FetchDocument {
  return createDocumentFetcher({ allowedHosts, maxBytes, mediaTypes });
}

async function ownList(path: string, own: StatusLists): Promise<unknown> {
  const [, list, name] = /^(0|[1-9]\d{0,9})\/([a-z]+)$/.exec(path) ?? [];
  const purpose = statusPurposes.find((each) => each === name);
  if (list === undefined || purpose === undefined) {
    throw new EslabonError(
      'STATUS_LIST_REFUSED',
      `This agent publishes no status list ${path.slice(0, 100)}.`,
    );
  }
  try {
    return (await own.get(Number(list), purpose, 'data-integrity')).content;
  } catch (error) {
    if (!(error instanceof EslabonError)) throw error;
    // Whatever keeps this agent from saying what the chain has is an outage, but that there is no such list.
    const code = error.code === 'NOT_FOUND' ? 'STATUS_LIST_REFUSED' : 'STATUS_LIST_UNREACHABLE';
    throw new EslabonError(code, error.message, { cause: error, hints: error.hints });
  }
}

/** A list is a JSON object, or a compact JWT, which no JSON object begins like. */
function read(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString('utf8').trim();
  return /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(text)
    ? text
    : parseStrictJsonBytes(bytes, 'status list');
}

function keptFor(list: unknown): number {
  const subject = (list as { credentialSubject?: { ttl?: unknown } } | null)?.credentialSubject;
  const ttl = typeof subject?.ttl === 'number' && subject.ttl >= 0 ? subject.ttl : defaultKeptMs;
  return Math.min(ttl, maxKeptMs);
}

/** A host that does not answer is an outage; one that may not be asked, or sends something else, is not. */
function toStatusListError(error: unknown, url: string): unknown {
  const code = errorCodeOf(error);
  const where = url.slice(0, 200);
  if (code === 'DID_UNREACHABLE') {
    return new EslabonError('STATUS_LIST_UNREACHABLE', `The status list ${where} cannot be reached.`, {
      cause: error,
      hints: ['Try again when its host answers.'],
    });
  }
  if (code === 'DID_FETCH_REFUSED') {
    return new EslabonError(
      'STATUS_LIST_REFUSED',
      `The status list ${where} is of a host that is not asked.`,
      {
        cause: error,
        hints: ['The operator lists hosts in statusLists.allowedHosts.'],
      },
    );
  }
  return error instanceof EslabonError
    ? new EslabonError('STATUS_LIST_REFUSED', `There is no status list at ${where}.`, { cause: error })
    : error;
}
