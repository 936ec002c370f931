import { setStatus } from '@eslabon/chain';
import type { CertificateView } from '@eslabon/client/contract';
import { statusMask, statusWord } from '@eslabon/core';
import {
  act,
  chainHead,
  chainStatus,
  decide,
  issueSample,
  settled,
  startTestNetwork,
  statusWrites,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let network: TestNetwork;
let peru: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  peru = network.agent('PE');
});

afterAll(() => network.stop());

const onChain = (view: CertificateView) => chainStatus(peru.agent, view);
const viewOf = ({ id }: { id: string }) => peru.as('auditor').getCertificate({ params: { id } });

async function decideAndSettle(view: CertificateView, action: 'suspend' | 'reinstate' | 'revoke') {
  const { id } = await decide(peru, view, action);
  return settled(peru, id);
}

/** Keeps blocks from being mined while `work` runs, so that what it decides piles up behind one instruction. */
async function whileNothingIsMined(work: () => Promise<void>): Promise<void> {
  await network.chain.request('evm_setAutomine', [false]);
  try {
    await work();
  } finally {
    await network.chain.request('evm_setAutomine', [true]);
    await network.chain.request('evm_mine');
  }
}

describe('many changes', () => {
  it('go into one instruction and one word, however many wait', async () => {
    const views = [];
    for (let i = 0; i < 40; i++) views.push(await issueSample(peru));
    const [first, ...others] = views as [CertificateView, ...CertificateView[]];
    const before = await chainHead(peru.agent);
    const words = new Set(views.map(({ statusEntry }) => statusWord(statusEntry?.index ?? 0)));
    expect(words.size).toBe(1);
    const ids: string[] = [];
    await whileNothingIsMined(async () => {
      const { id } = await decide(peru, first, 'suspend');
      await waitFor(
        () => peru.as('auditor').getStatusChange({ params: { id } }),
        ({ state }) => state === 'sent',
      );
      const changes = await Promise.all(
        others.map((view, i) => decide(peru, view, i % 3 === 0 ? 'revoke' : 'suspend')),
      );
      ids.push(id, ...changes.map((change) => change.id));
    });
    const changes = await Promise.all(ids.map((id) => settled(peru, id)));
    expect(new Set(changes.map(({ state }) => state))).toEqual(new Set(['confirmed']));
    expect(await statusWrites(peru.agent, before)).toEqual({ instructions: 2, words: 2 });
    for (const view of views) expect(await onChain(view)).toBe((await viewOf(view)).status);
  });

  it('of one certificate keep their order', async () => {
    const view = await issueSample(peru);
    const actions = ['suspend', 'reinstate', 'suspend', 'reinstate', 'suspend'] as const;
    const ids: string[] = [];
    await whileNothingIsMined(async () => {
      for (const action of actions) ids.push((await decide(peru, view, action)).id);
    });
    const changes = await Promise.all(ids.map((id) => settled(peru, id)));
    expect(changes.map(({ action, state }) => [action, state])).toEqual(
      actions.map((action) => [action, 'confirmed']),
    );
    const blocks = changes.map(({ blockNumber }) => Number(blockNumber));
    expect(blocks).toEqual([...new Set(blocks)].sort((a, b) => a - b));
    expect(await onChain(view)).toBe('suspended');
  });
});

describe('a change that the contract refuses', () => {
  it('fails with a note, and does not hold up the others', async () => {
    const [broken, second, third, filler] = (await Promise.all(
      [1, 2, 3, 4].map(() => issueSample(peru)),
    )) as [CertificateView, CertificateView, CertificateView, CertificateView];
    const { list = 0, index = 0 } = broken.statusEntry ?? {};
    // Somebody with the authority's key goes past the agent.
    await act(peru.agent, 'statusRegistry', (common) => {
      const masks = { revoke: statusMask(index), suspend: 0n, reinstate: 0n };
      return setStatus({ ...common, changes: [{ list, word: statusWord(index), ...masks }] });
    });
    const ids: string[] = [];
    await whileNothingIsMined(async () => {
      const { id } = await decide(peru, filler, 'suspend');
      await waitFor(
        () => peru.as('auditor').getStatusChange({ params: { id } }),
        ({ state }) => state === 'sent',
      );
      for (const [view, action] of [
        [second, 'suspend'],
        [broken, 'suspend'],
        [broken, 'reinstate'],
        [third, 'revoke'],
      ] as const) {
        ids.push((await decide(peru, view, action)).id);
      }
    });
    const changes = await Promise.all(ids.map((id) => settled(peru, id)));
    expect(changes.map(({ state }) => state)).toEqual(['confirmed', 'failed', 'failed', 'confirmed']);
    expect(changes[1]?.note).toContain('CHAIN_REVOKED_IS_FINAL');
    expect(await onChain(second)).toBe('suspended');
    expect(await onChain(third)).toBe('revoked');
    expect((await viewOf(broken)).pendingChange).toMatchObject({ state: 'failed' });
    const { items } = await peru.as('auditor').getCertificateHistory({ params: { id: broken.id } });
    expect(items.filter(({ event }) => event === 'STATUS_FAILED')).toHaveLength(2);

    expect((await peru.as('machine').getReadiness({})).outbox).toEqual({ ok: false, waiting: 0, failed: 2 });

    // What comes later goes through, also for the same certificate.
    expect(await decideAndSettle(filler, 'reinstate')).toMatchObject({ state: 'confirmed' });
    expect(await decideAndSettle(broken, 'revoke')).toMatchObject({ state: 'confirmed' });
    expect((await viewOf(broken)).pendingChange).toBeNull();
    expect((await peru.as('machine').getReadiness({})).outbox).toEqual({ ok: true, waiting: 0, failed: 0 });
  });

  it('whose place in the sequence somebody else took is made again', async () => {
    const [view, other] = (await Promise.all([1, 2].map(() => issueSample(peru)))) as [
      CertificateView,
      CertificateView,
    ];
    const { list = 0, index = 0 } = other.statusEntry ?? {};
    await network.chain.request('evm_setAutomine', [false]);
    // Both have the same nonce; the one that came first is mined.
    const passing = act(peru.agent, 'statusRegistry', (common) => {
      const masks = { revoke: 0n, suspend: statusMask(index), reinstate: 0n };
      return setStatus({ ...common, changes: [{ list, word: statusWord(index), ...masks }] });
    });
    await waitFor(
      () => network.chain.request('txpool_status'),
      (status) => Number((status as { pending: string }).pending) === 1,
    );
    const { id } = await decide(peru, view, 'suspend');
    const waiting = await waitFor(
      () => peru.as('auditor').getStatusChange({ params: { id } }),
      ({ note }) => note !== null,
    );
    expect(waiting).toMatchObject({
      state: 'sent',
      note: expect.stringContaining('CHAIN_INSTRUCTION_NONCE'),
    });
    await network.chain.request('evm_setAutomine', [true]);
    await network.chain.request('evm_mine');
    await passing;
    expect(await settled(peru, id)).toMatchObject({ state: 'confirmed', note: null });
    expect(await onChain(view)).toBe('suspended');
  });
});
