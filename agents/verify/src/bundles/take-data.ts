import type { Checkpoint } from '@eslabon/bundle';
import type { Session } from '../app/session.js';
import type { BundleSummary } from '../engine/contract.js';
import { TroubleError } from '../engine/trouble-error.js';
import type { BundleOrigin, StoredBundle } from '../store/stored.js';
import { type BundleOrder, compareBundles } from './compare-bundles.js';

/** A proven bundle that is not in use yet. */
export interface Offer {
  order: BundleOrder;
  summary: BundleSummary;
  stored: StoredBundle;
}

/**
 * Proves a bundle, or a delta on the bundle in use. Nothing is kept yet, and whatever is wrong, the bundle in use
 * stays as it is.
 * @param now Unix seconds by the clock of the device
 * @throws TroubleError with the code that says what is wrong with the file
 */
export async function examineData(
  session: Session,
  data: { kind: 'bundle' | 'delta'; bytes: Uint8Array },
  origin: BundleOrigin,
  now: number,
): Promise<Offer> {
  const { bundle } = session.ready();
  const file = data.kind === 'delta' ? await applyDelta(session, data.bytes) : data.bytes;
  const { summary, openedFrom } = await prove(session, file, now);
  const { digest, block } = summary;
  return {
    order: compareBundles(bundle.state === 'open' ? bundle.summary : undefined, summary),
    summary,
    stored: {
      digest,
      file,
      blockNumber: block.number,
      blockTime: block.timestamp,
      origin,
      openedAt: now,
      ...(openedFrom === undefined ? {} : { openedFrom }),
    },
  };
}

async function applyDelta(session: Session, delta: Uint8Array): Promise<Uint8Array> {
  const { bundle } = session.ready();
  if (bundle.state !== 'open') {
    throw new TroubleError({ code: 'DELTA_BASE', message: 'There is no bundle that the delta could fit.' });
  }
  return session.engine('applyDelta', { base: bundle.stored.file, delta });
}

/** From the latest checkpoint; a bundle of a block before that, for the past, from the one of the anchor. */
async function prove(
  session: Session,
  file: Uint8Array,
  now: number,
): Promise<{ summary: BundleSummary; openedFrom?: Checkpoint | undefined }> {
  const { anchor, post, checkpoint } = session.ready().settings;
  if (anchor === undefined || post === undefined) {
    throw new TroubleError({ code: 'INTERNAL', message: 'a bundle before the set-up' });
  }
  const request = { file, anchor: anchor.anchor, country: post.country, now };
  try {
    return {
      summary: await session.engine('openBundle', { ...request, checkpoint }),
      openedFrom: checkpoint,
    };
  } catch (error) {
    if (checkpoint === undefined || TroubleError.dataOf(error).code !== 'BUNDLE_CHECKPOINT') throw error;
    const summary = await session.engine('openBundle', request);
    if (summary.block.number < checkpoint.number) return { summary };
    throw error;
  }
}

/** Puts an examined bundle to use. The checkpoint and the latest time seen go forward with it, and never back. */
export async function useBundle(session: Session, { summary, stored }: Offer): Promise<void> {
  const { settings } = session.ready();
  const { trust, block, digest } = summary;
  const isLater = trust.mode === 'sealed' && trust.checkpoint.number > (settings.checkpoint?.number ?? -1);
  await session.keepBundle(
    stored,
    {
      current: digest,
      latestSeen: Math.max(settings.latestSeen ?? 0, block.timestamp),
      ...(isLater ? { checkpoint: trust.checkpoint } : {}),
    },
    { state: 'open', summary, stored },
  );
}

/** Keeps an examined bundle for questions about the past; the one in use stays in use. */
export async function keepForPast(session: Session, { stored }: Offer): Promise<void> {
  await session.keepBundle(stored, {}, session.ready().bundle);
}
