import { type LoadedBundle, parseTrustAnchor } from '@eslabon/bundle';
import { boundedFetch } from '../net/bounded-fetch.js';
import type { Desk } from '../session/desk.js';
import type { StoredData } from '../store/stored.js';
import { asTrouble } from '../trouble/as-trouble.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { maxBundleBytes, openData } from './open-data.js';

export interface FetchedData {
  stored: StoredData;
  bundle: LoadedBundle;
}

/**
 * Fetches the network's data from the agent that the app came from: all of them, the same for everybody, so that
 * nothing is said about which certificate they are wanted for. They are proven before they take the place of others,
 * and never go back to an earlier block.
 * @param before what is stored, opened
 * @returns undefined when there is nothing newer
 * @throws TroubleError UNREACHABLE, ANSWER_*, BUNDLE_* and TRUST_MALFORMED
 */
export async function fetchData(
  { fetch, origin, now }: Pick<Desk, 'fetch' | 'origin' | 'now'>,
  before: FetchedData | undefined,
): Promise<FetchedData | undefined> {
  const bounded = boundedFetch(fetch, { maxBytes: maxBundleBytes, patienceMs: 60_000 });
  const anchor = parseTrustAnchor(await jsonAt(bounded, `${origin}/v1/wallet/anchor`));
  const etag = before?.stored.etag;
  const response = await bounded(`${origin}/v1/wallet/bundle`, {
    headers: etag === undefined ? {} : { 'if-none-match': etag },
  });
  if (response.status === 304) return undefined;
  requireOk(response);
  const openedFrom = checkpointOf(before?.bundle) ?? before?.stored.openedFrom;
  const stored: StoredData = {
    bundle: new Uint8Array(await response.arrayBuffer()),
    ...{ anchor, openedAt: Math.floor(now().getTime() / 1000) },
    ...(response.headers.has('etag') && { etag: response.headers.get('etag') ?? undefined }),
    ...(openedFrom !== undefined && { openedFrom }),
  };
  const bundle = openData(stored);
  if (before !== undefined && bundle.block.number < before.bundle.block.number) return undefined;
  return { stored, bundle };
}

function checkpointOf(bundle: LoadedBundle | undefined) {
  return bundle?.trust.mode === 'sealed' ? bundle.trust.checkpoint : undefined;
}

async function jsonAt(fetch: Desk['fetch'], url: string): Promise<unknown> {
  const response = await fetch(url);
  requireOk(response);
  return asTrouble('ANSWER_INVALID', () => response.json());
}

function requireOk({ ok, status }: Response): void {
  if (!ok) throw new TroubleError('ANSWER_INVALID', `The agent answered with ${status}.`);
}
