import { parseDidJwk, verifySignature } from '@eslabon/credentials';
import { describe, expect, it, jest } from '@jest/globals';
import { fakePasskeys, setUpWallet, startWallet } from '../testing/test-wallet.js';
import { createCopyKey, openCopyKey } from './copy-keys.js';
import { createKeys } from './create-keys.js';
import { unlockKeys } from './unlock-keys.js';
import { unwrapKey } from './wrap-key.js';

const settings = { deviceName: 'Test', passkey: true };

describe('the keys of a device', () => {
  it('sign as their did:jwk says, before and after a restart, and nobody can read them out', async () => {
    const { stored, keys } = await createKeys('Test', undefined);
    const again = await unlockKeys(structuredClone(stored), fakePasskeys());
    for (const ring of [keys, again]) {
      const signature = await ring.sign(new Uint8Array([1, 2, 3]));
      expect(verifySignature(parseDidJwk(ring.did), new Uint8Array([1, 2, 3]), signature)).toBe(true);
    }
    const { atRest } = stored;
    if (atRest.form !== 'handles') throw new Error('unreachable');
    for (const key of [atRest.signing, atRest.backup]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow();
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
    expect(atRest.signing.usages).toEqual(['sign']);
    // What makes backups cannot open any.
    expect(atRest.backup.usages).toEqual(['encrypt']);
  });

  it('are sealed under a passkey that has PRF: in the storage there is nothing that signs without it', async () => {
    const passkeys = fakePasskeys();
    const { stored, keys } = await createKeys('Test', passkeys);
    expect(stored.atRest.form).toBe('sealed');
    expect(JSON.stringify(stored, (_, value) => (value instanceof CryptoKey ? 'KEY' : value))).not.toContain(
      'KEY',
    );
    expect((await unlockKeys(stored, passkeys)).did).toBe(keys.did);
    await expect(unlockKeys(stored, fakePasskeys())).rejects.toMatchObject({ code: 'PASSKEY_REFUSED' });
    passkeys.refuse = true;
    await expect(unlockKeys(stored, passkeys)).rejects.toMatchObject({ code: 'PASSKEY_REFUSED' });
  });

  it('are not made when the passkey is refused', async () => {
    const passkeys = fakePasskeys();
    passkeys.create = () => Promise.reject(Object.assign(new Error('no'), { code: 'PASSKEY_REFUSED' }));
    const wallet = await startWallet({ passkeys });
    await expect(wallet.session.setUp(settings)).rejects.toThrow();
    expect(wallet.session.state()).toEqual({ phase: 'new' });
    expect(wallet.store.kept.profile).toBeUndefined();
  });
});

describe('the key of a copy', () => {
  it('is never one that can be read out, where no passkey seals keys', async () => {
    const { keys } = await createKeys('Test', undefined);
    const { stored, did } = await createCopyKey(keys);
    if (stored.atRest.form !== 'handle') throw new Error('unreachable');
    expect(stored.atRest.signing.extractable).toBe(false);
    const opened = await openCopyKey(keys, structuredClone(stored));
    const signature = await opened.sign(new Uint8Array([1]));
    expect(verifySignature(parseDidJwk(did), new Uint8Array([1]), signature)).toBe(true);
    expect(did).not.toBe(keys.did);
  });

  it('is sealed for itself alone, by what another start with the passkey opens it with', async () => {
    const passkeys = fakePasskeys();
    const { stored: wallet, keys } = await createKeys('Test', passkeys);
    const [one, two] = [await createCopyKey(keys), await createCopyKey(keys)];
    expect(one.stored.atRest.form).toBe('sealed');
    const again = await unlockKeys(structuredClone(wallet), passkeys);
    for (const ring of [keys, again]) {
      const signature = await (await openCopyKey(ring, one.stored)).sign(new Uint8Array([1]));
      expect(verifySignature(parseDidJwk(one.did), new Uint8Array([1]), signature)).toBe(true);
    }
    const exchanged = { ...one.stored, atRest: two.stored.atRest };
    await expect(openCopyKey(again, exchanged)).rejects.toMatchObject({ code: 'PASSKEY_REFUSED' });
    const { keys: other } = await createKeys('Other', fakePasskeys());
    for (const ring of [other, { sealing: undefined }]) {
      await expect(openCopyKey(ring, one.stored)).rejects.toMatchObject({ code: 'PASSKEY_REFUSED' });
    }
    // What stays in memory for copies opens nothing of the device's own.
    const { atRest } = wallet;
    if (atRest.form !== 'sealed') throw new Error('unreachable');
    const context = new TextEncoder().encode(`signing ${wallet.did}`);
    await expect(unwrapKey(atRest.signing, again.sealing as CryptoKey, context)).rejects.toThrow();
  });

  it('signs by a handle that cannot be read out, also the one that was just made to be sealed', async () => {
    const { keys } = await createKeys('Test', fakePasskeys());
    const watched = jest.spyOn(crypto.subtle, 'sign');
    try {
      const made = await createCopyKey(keys);
      for (const key of [made, await openCopyKey(keys, made.stored)]) await key.sign(new Uint8Array([1]));
      expect(watched.mock.calls.map(([, { extractable }]) => extractable)).toEqual([false, false]);
    } finally {
      watched.mockRestore();
    }
  });
});

describe.each([true, false])('a wallet with a passkey (PRF: %s)', (hasPrf) => {
  it('starts locked, does nothing until it is unlocked, and locks again', async () => {
    const passkeys = fakePasskeys({ hasPrf });
    const first = await setUpWallet({ passkeys }, settings);
    const { did } = first.ready();
    const wallet = await first.restart();
    expect(wallet.session.state()).toEqual({ phase: 'locked', settings });
    await expect(wallet.session.backup()).rejects.toMatchObject({ code: 'WALLET_LOCKED' });
    await expect(wallet.session.readOffer('openid-credential-offer://')).rejects.toMatchObject({
      code: 'WALLET_LOCKED',
    });
    await wallet.session.unlock();
    expect(wallet.ready().did).toBe(did);
    wallet.session.lock();
    expect(wallet.session.state()).toMatchObject({ phase: 'locked' });
    await expect(wallet.session.markNoticesSeen()).rejects.toMatchObject({ code: 'WALLET_LOCKED' });
  });

  it('opens by itself once the passkey is taken away, which needs the passkey', async () => {
    const passkeys = fakePasskeys({ hasPrf });
    const first = await setUpWallet({ passkeys }, settings);
    const before = passkeys.count;
    await first.session.changeSettings({ passkey: false });
    expect(passkeys.count).toBe(before + 1);
    const wallet = await first.restart();
    expect(wallet.ready()).toMatchObject({ did: first.ready().did, settings: { passkey: false } });
  });
});

describe('a wallet without a passkey', () => {
  it('takes one later, as a gate', async () => {
    const passkeys = fakePasskeys();
    const first = await setUpWallet({ passkeys });
    await first.session.changeSettings({ passkey: true });
    expect(first.store.kept.profile?.keys.atRest.form).toBe('handles');
    const wallet = await first.restart();
    expect(wallet.session.state()).toMatchObject({ phase: 'locked' });
    await wallet.session.unlock();
    expect(wallet.ready().did).toBe(first.ready().did);
  });

  it('is set up once', async () => {
    const { session } = await setUpWallet();
    await expect(session.setUp({ deviceName: 'Again', passkey: false })).rejects.toMatchObject({
      code: 'WALLET_EXISTS',
    });
  });

  it('is there when its recovery code is kept, and not before', async () => {
    const { session, store, restart } = await startWallet();
    const { recoveryCode, keep } = await session.setUp({ deviceName: 'First', passkey: false });
    expect(session.state()).toEqual({ phase: 'new' });
    expect(store.kept.profile).toBeUndefined();
    // Closed by its telephone, it begins anew.
    const again = await restart();
    const second = await again.session.setUp({ deviceName: 'Second', passkey: false });
    expect(second.recoveryCode).not.toBe(recoveryCode);
    await second.keep();
    expect(again.ready().settings.deviceName).toBe('Second');
    // In the window that was slower it takes the place of nothing.
    await expect(keep()).rejects.toMatchObject({ code: 'WALLET_EXISTS' });
    expect((await restart()).ready().did).toBe(again.ready().did);
    const other = await startWallet();
    await other.session.restore(await again.session.backup(), second.recoveryCode);
    expect(other.ready().did).toBe(again.ready().did);
  });
});
