import { describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../testing/memory-store.js';
import { setUpWallet } from '../testing/test-wallet.js';
import { Vault } from './vault.js';

const notice = (id: string, seen = false) => ({
  id,
  kind: 'expired' as const,
  at: '2026-01-01T00:00:00Z',
  seen,
});

describe('the vault', () => {
  it('puts in place or at the end, removes, and has what is stored', async () => {
    const store = new MemoryStore();
    let shown = 0;
    const vault = new Vault(store, () => {
      shown += 1;
    });
    await vault.change({ put: { notices: [notice('a'), notice('b')] } });
    await vault.change({ put: { notices: [notice('c'), notice('a', true)] }, remove: { notices: ['b'] } });
    expect(vault.contents.notices).toEqual([notice('a', true), notice('c')]);
    expect(store.kept.notices).toEqual(vault.contents.notices);
    expect(shown).toBe(2);
    expect(vault.row('notices', 'a').seen).toBe(true);
    expect(() => vault.row('notices', 'b')).toThrow(expect.objectContaining({ code: 'NOT_HELD' }));
    expect(() => vault.profile).toThrow(expect.objectContaining({ code: 'WALLET_NEW' }));
  });

  it('shows nothing that could not be stored', async () => {
    const store = new MemoryStore();
    let shown = 0;
    const vault = new Vault(store, () => {
      shown += 1;
    });
    store.write = () => Promise.reject(new Error('full'));
    await expect(vault.change({ put: { notices: [notice('a')] } })).rejects.toThrow('full');
    expect([vault.contents.notices, shown]).toEqual([[], 0]);
  });
});

describe('a wallet in two windows', () => {
  it('works on what the other one wrote, and is new when the other one deleted everything', async () => {
    const first = await setUpWallet();
    const second = await first.restart();
    await first.session.changeSettings({ deviceName: 'Renamed' });
    await second.session.changeSettings({ language: 'es' });
    expect(second.ready().settings).toEqual({ deviceName: 'Renamed', passkey: false, language: 'es' });
    await first.session.wipe();
    expect(first.session.state()).toEqual({ phase: 'wiped' });
    await expect(second.session.backup()).rejects.toMatchObject({ code: 'WALLET_NEW' });
    expect((await first.restart()).session.state()).toEqual({ phase: 'new' });
  });
});
