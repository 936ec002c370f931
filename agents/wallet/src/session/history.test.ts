import { describe, expect, it } from '@jest/globals';
import type { MemoryStore } from '../testing/memory-store.js';
import { setUpWallet, startWallet, type TestWallet } from '../testing/test-wallet.js';
import type { HistoryEntry } from './contract.js';

const count = 3_000;

/** Ends with an entry of five hours ago; those before it are a minute apart. Kept in no order. */
function longHistory(): HistoryEntry[] {
  const entries = Array.from(
    { length: count },
    (_, number): HistoryEntry => ({
      ...{ id: `entry ${number}`, at: new Date(Date.now() - 5 * 3_600_000 - number * 60_000).toISOString() },
      ...{
        verifier: { clientId: 'x509_san_dns:post.example', host: 'post.example' },
        certificateNumber: 'AEO-1',
      },
      ...{ disclosed: ['legalName', 'tin'], delegated: false, outcome: 'presented' },
    }),
  );
  return entries.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function withHistory({ store }: Pick<TestWallet, 'store'>): HistoryEntry[] {
  const history = longHistory();
  store.kept = { ...store.kept, history };
  return history;
}

/** Notes how many entries are read at a time. */
function watch(store: MemoryStore): (number | undefined)[] {
  const asked: (number | undefined)[] = [];
  const { readHistory } = store;
  store.readHistory = (most) => {
    asked.push(most);
    return readHistory(most);
  };
  return asked;
}

describe('a history of thousands', () => {
  it('is read as far as it is looked at, the newest first', async () => {
    const wallet = await setUpWallet();
    withHistory(wallet);
    const { entries, total } = await wallet.session.history(20);
    expect(total).toBe(count);
    expect(entries.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => `entry ${at}`));
    expect((await wallet.session.history(count + 1)).entries).toHaveLength(count);
  });

  it('is neither read nor carried about by whatever else the wallet does', async () => {
    const wallet = await setUpWallet();
    withHistory(wallet);
    const asked = watch(wallet.store);
    const again = await wallet.restart();
    await again.session.changeSettings({ deviceName: 'Renamed' });
    await again.session.markNoticesSeen();
    expect(asked).toEqual([]);
    expect(JSON.stringify(again.session.state())).not.toContain('post.example');
  });

  it('goes into the backup whole, and comes back whole', async () => {
    const wallet = await setUpWallet();
    const history = withHistory(wallet);
    const file = await wallet.session.backup();
    const other = await startWallet();
    await other.session.restore(file, wallet.recoveryCode);
    expect(new Map(other.store.kept.history.map((entry) => [entry.id, entry]))).toEqual(
      new Map(history.map((entry) => [entry.id, entry])),
    );
  });

  it('is closed while the wallet is locked', async () => {
    const wallet = await setUpWallet();
    wallet.session.lock();
    await expect(wallet.session.history(20)).rejects.toMatchObject({ code: 'WALLET_LOCKED' });
  });
});
