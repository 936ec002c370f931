import { type BundleContent, encodeBundle, makeDelta, type TrustAnchor } from '@eslabon/bundle';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SealPlan } from '../../../../packages/bundle/src/testing/seal-header.js';
import {
  checkpointOf,
  sealedContent,
  sealedTrust,
} from '../../../../packages/bundle/src/testing/sealed-bundle.js';
import {
  block,
  checkpoint,
  day,
  last,
  replaced,
  start,
} from '../../../../packages/bundle/src/testing/sealed-case.js';
import { syntheticContent, trust } from '../../../../packages/bundle/src/testing/synthetic-bundle.js';
import { Session } from '../app/session.js';
import { assess } from '../screens/verify/ask-session.js';
import { localEngine } from '../testing/local-engine.js';
import { MemoryStore } from '../testing/memory-store.js';
import { examineData, keepForPast, useBundle as putToUse } from './take-data.js';

let content: BundleContent;
let file: Uint8Array;
let withRegister: Uint8Array;
let store: MemoryStore;
let session: Session;

beforeAll(async () => {
  content = await syntheticContent();
  file = encodeBundle(content);
  const country = trust.attestors[0]?.country as never;
  withRegister = encodeBundle({ ...content, register: [{ country, tin: '1', credential: 'x' }] });
});

async function startSession(anchor: TrustAnchor, kept = new MemoryStore()): Promise<Session> {
  const started = new Session(localEngine(), async () => kept);
  store = kept;
  await started.start();
  if (started.ready().settings.anchor === undefined) {
    await started.changeSettings({
      anchor: { anchor, fingerprint: '', countries: ['PE'], confirmedAt: '' },
      post: { country: 'PE', name: 'Tacna' },
    });
  }
  return started;
}

const bundle = (bytes: Uint8Array) => ({ kind: 'bundle', bytes }) as const;
const then = start + day;
const take = (bytes: Uint8Array, now = then) => examineData(session, bundle(bytes), 'file', now);
const delta = (bytes: Uint8Array) => ({ kind: 'delta', bytes }) as const;

describe('data that come in', () => {
  beforeEach(async () => {
    session = await startSession(trust);
  });

  it('are proven, offered, and in use only then; a start later they still are', async () => {
    const offer = await take(file);
    expect(offer.order).toBe('first');
    expect(session.ready().bundle.state).toBe('none');
    expect(store.files.size).toBe(0);
    await putToUse(session, offer);
    expect(session.ready().bundle).toMatchObject({ state: 'open', stored: { origin: 'file' } });
    expect(store.kept).toMatchObject({ current: offer.summary.digest, latestSeen: offer.stored.blockTime });
    const later = await startSession(trust, store);
    expect(later.ready().bundle).toMatchObject({ state: 'open', summary: offer.summary });
  });

  it('leave everything as it was when they are refused', async () => {
    await putToUse(session, await take(file));
    const before = structuredClone(store.kept);
    const other = encodeBundle({ ...content, chainId: 1 });
    for (const [data, code] of [
      [bundle(file.slice(0, -1)), 'BUNDLE_MALFORMED'],
      [bundle(other), 'BUNDLE_CHAIN'],
      [delta(file), 'DELTA_MALFORMED'],
      [delta(makeDelta(withRegister, file)), 'DELTA_BASE'],
    ] as const) {
      await expect(examineData(session, data, 'file', then)).rejects.toMatchObject({ code });
    }
    expect(store.kept).toEqual(before);
    expect(store.files.size).toBe(1);
    expect(session.ready().bundle.state).toBe('open');
  });

  it('come as a delta on the bundle in use, and not without one', async () => {
    const bytes = makeDelta(file, withRegister);
    await expect(examineData(session, delta(bytes), 'delta', then)).rejects.toMatchObject({
      code: 'DELTA_BASE',
    });
    await putToUse(session, await take(file));
    const offer = await examineData(session, delta(bytes), 'delta', then);
    expect(offer.order).toBe('alike');
    expect(offer.stored.file).toEqual(withRegister);
    expect(offer.summary.registerSize).toBe(1);
  });

  it('that are stored and damaged are not used, and can be deleted', async () => {
    const offer = await take(file);
    await putToUse(session, offer);
    const stored = store.files.get(offer.summary.digest);
    if (stored !== undefined) stored.file[file.length - 9] = 0xaa;
    const later = await startSession(trust, store);
    expect(later.ready().bundle).toMatchObject({
      state: 'unreadable',
      trouble: { code: 'BUNDLE_MALFORMED' },
    });
    await later.forgetCurrent();
    expect(later.ready().bundle.state).toBe('none');
    expect(store.files.size).toBe(0);
    expect(store.kept.current).toBeUndefined();
  });

  it('go when the country changes, and with the anchor', async () => {
    await putToUse(session, await take(file));
    await session.changePost({ country: 'PE', name: 'Ilo' });
    expect(session.ready().bundle.state).toBe('open');
    await session.changePost({ country: 'MX', name: 'Tapachula' });
    expect(session.ready().bundle.state).toBe('none');
    expect(store.files.size).toBe(0);
    await session.resetTrust();
    expect(store.kept).not.toHaveProperty('anchor.anchor');
    expect(store.kept.post?.name).toBe('Tapachula');
  });
});

describe('data that validators sealed', () => {
  const now = start + day;
  const sealed = (plan: SealPlan) => encodeBundle(sealedContent(content, plan));
  const early = block(1100, checkpoint.declared);
  const foreign = block(1300, replaced.declared);

  beforeEach(async () => {
    session = await startSession(sealedTrust(checkpointOf(checkpoint)));
    await putToUse(session, await take(sealed(last), now));
  });

  it('take the checkpoint forward', () => {
    const { number, validators } = store.kept.checkpoint ?? {};
    expect({ number, validators }).toEqual({
      number: 1234,
      validators: last.declared.map(({ address }) => address),
    });
  });

  it('of before that are for the past, whatever the officer does with them', async () => {
    const offer = await take(sealed(early), now);
    expect(offer.order).toBe('older');
    await keepForPast(session, offer);
    expect(session.ready().bundle).toMatchObject({ state: 'open', summary: { block: { number: 1234 } } });
    await putToUse(session, offer);
    expect(session.ready().bundle).toMatchObject({ state: 'open', summary: { block: { number: 1100 } } });
    expect(store.kept.checkpoint?.number).toBe(1234);
    expect(store.kept.latestSeen).toBe(last.timestamp);
    const later = await startSession(trust, store);
    expect(later.ready().bundle).toMatchObject({ state: 'open', summary: { block: { number: 1100 } } });
  });

  it('answer about the past as the chain was then, and about now as it is now', async () => {
    await keepForPast(session, await take(sealed(early), now));
    const askedBlock = async (asked: number | undefined) => {
      const instant = asked === undefined ? undefined : new Date(asked * 1000);
      return (await assess(session, 'no certificate', instant)).verdict.asOf?.blockNumber;
    };
    const then = (early.timestamp ?? 0) + 600;
    expect([await askedBlock(undefined), await askedBlock(then), await askedBlock(start)]).toEqual([
      1234, 1100, 1234,
    ]);
    // Another start has nothing open but what is in use.
    session = await startSession(trust, store);
    expect(await askedBlock(then)).toBe(1100);
  });

  it('by validators that do not follow are refused', async () => {
    await expect(take(sealed(foreign), now)).rejects.toMatchObject({ code: 'BUNDLE_CHECKPOINT' });
  });

  it('are refused once the checkpoint is past its time; what is stored still opens, and is too old by itself', async () => {
    const next = block(1234 + 30 * 24 * 60, checkpoint.declared);
    const late = (next.timestamp ?? 0) + 60;
    await expect(take(sealed(next), late)).rejects.toMatchObject({ code: 'BUNDLE_CHECKPOINT_EXPIRED' });
    const later = await startSession(trust, store);
    expect(later.ready().bundle.state).toBe('open');
  });
});
