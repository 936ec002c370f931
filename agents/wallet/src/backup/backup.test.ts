import { parseDidJwk, verifySignature } from '@eslabon/credentials';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createKeys } from '../keys/create-keys.js';
import { createRecoveryCode } from '../keys/recovery-code.js';
import { emptyRows } from '../store/vault.js';
import { setUpWallet, startWallet } from '../testing/test-wallet.js';
import type { BackupContent } from './backup-content.js';
import { makeBackup } from './make-backup.js';
import { openBackup } from './open-backup.js';

let file: Uint8Array;
let code: string;
let content: BackupContent;
let did: string;

beforeAll(async () => {
  const { keys, recoveryCode } = await createKeys('Test', undefined);
  const { kty, crv, x, y } = keys.publicJwk;
  content = {
    publicJwk: { kty, crv, x, y } as never,
    madeAt: '2026-11-22T15:00:00.000Z',
    settings: { deviceName: 'Laptop', language: 'es' },
    rows: {
      ...emptyRows,
      notices: [{ id: 'a', kind: 'expired', at: '2026-11-22T15:00:00.000Z', seen: false }],
    },
  };
  file = await makeBackup(keys, content);
  code = recoveryCode;
  did = keys.did;
});

async function redigested(bytes: Uint8Array): Promise<Uint8Array> {
  const body = Uint8Array.from(bytes.subarray(0, -32));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return new Uint8Array([...body, ...digest]);
}

describe('a backup', () => {
  it('has nothing in the clear, and gives the keys and everything else back', async () => {
    const text = new TextDecoder('latin1').decode(file);
    for (const secret of ['Laptop', 'expired', content.publicJwk.x]) expect(text).not.toContain(secret);
    const opened = await openBackup(file, code.toLowerCase());
    expect(opened.content).toEqual(content);
    expect(opened.keys.did).toBe(did);
    const signature = await opened.keys.sign(new Uint8Array([7]));
    expect(verifySignature(parseDidJwk(did), new Uint8Array([7]), signature)).toBe(true);
  });

  it('is different each time, and each opens with the same code', async () => {
    const { keys } = await openBackup(file, code);
    const second = await makeBackup(keys, content);
    expect(second).not.toEqual(file);
    expect((await openBackup(second, code)).content).toEqual(content);
  });

  it('is refused with any byte flipped, as damaged', async () => {
    for (let at = 0; at < file.length; at++) {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] as number) ^ 1;
      const refusal = await openBackup(changed, code).then(
        () => 'opened',
        ({ code: reason }) => reason,
      );
      expect([at, refusal]).toEqual([at, at < 6 ? 'BACKUP_UNKNOWN' : 'BACKUP_DAMAGED']);
    }
  });

  it('is refused with any byte flipped by somebody who also makes the check sum right', async () => {
    for (let at = 0; at < file.length - 32; at++) {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] as number) ^ 0x80;
      await expect(openBackup(await redigested(changed), code)).rejects.toMatchObject({
        code: expect.stringMatching(/^(BACKUP_(UNKNOWN|NEWER|DAMAGED)|RECOVERY_CODE_WRONG)$/),
      });
    }
  });

  it('is refused when it is cut off or goes on', async () => {
    for (const length of [0, 5, 6, 40, 100, 200, file.length - 1]) {
      await expect(openBackup(file.subarray(0, length), code)).rejects.toMatchObject({
        code: expect.stringMatching(/^BACKUP_/),
      });
    }
    await expect(openBackup(new Uint8Array([...file, 0]), code)).rejects.toMatchObject({
      code: 'BACKUP_DAMAGED',
    });
  });

  it('tells a mistyped code, the code of another wallet, a newer file and another file apart', async () => {
    await expect(openBackup(file, 'ABCD')).rejects.toMatchObject({ code: 'RECOVERY_CODE_MISTYPED' });
    await expect(openBackup(file, await createRecoveryCode())).rejects.toMatchObject({
      code: 'RECOVERY_CODE_WRONG',
    });
    const newer = Uint8Array.from(file);
    newer[6] = 2;
    await expect(openBackup(await redigested(newer), code)).rejects.toMatchObject({ code: 'BACKUP_NEWER' });
    const other = new TextEncoder().encode('%PDF-1.7'.repeat(100));
    await expect(openBackup(other, code)).rejects.toMatchObject({ code: 'BACKUP_UNKNOWN' });
  });
});

describe('a wallet', () => {
  it('is the same on another device, without the passkey of the first', async () => {
    const first = await setUpWallet();
    await first.session.changeSettings({ deviceName: 'Old', language: 'pt' });
    const backup = await first.session.backup();
    const second = await startWallet();
    await second.session.restore(backup, first.recoveryCode);
    expect(second.ready()).toEqual({
      ...first.ready(),
      settings: { deviceName: 'Old', language: 'pt', passkey: false },
    });
    const third = await second.restart();
    expect(third.ready().did).toBe(first.ready().did);
    // The code stays the code, on the second device too.
    await expect(
      (await startWallet()).session.restore(await third.session.backup(), first.recoveryCode),
    ).resolves.toBe(undefined);
  });

  it('does not take the place of another one, and a wrong code leaves it new', async () => {
    const first = await setUpWallet();
    const backup = await first.session.backup();
    await expect((await setUpWallet()).session.restore(backup, first.recoveryCode)).rejects.toMatchObject({
      code: 'WALLET_EXISTS',
    });
    const other = await startWallet();
    await expect(other.session.restore(backup, await createRecoveryCode())).rejects.toMatchObject({
      code: 'RECOVERY_CODE_WRONG',
    });
    expect(other.session.state()).toEqual({ phase: 'new' });
  });
});
