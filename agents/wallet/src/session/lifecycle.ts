import { makeBackup } from '../backup/make-backup.js';
import { openBackup } from '../backup/open-backup.js';
import { addPasskey, removePasskey } from '../keys/change-passkey.js';
import { type StoredCopyKey, unsealCopyKey } from '../keys/copy-keys.js';
import { createKeys } from '../keys/create-keys.js';
import type { KeyRing } from '../keys/key-ring.js';
import type { Passkeys } from '../keys/passkey.js';
import type { Profile, Rows, Stored } from '../store/stored.js';
import type { Vault } from '../store/vault.js';
import { TroubleError } from '../trouble/trouble-error.js';
import type { Settings } from './contract.js';
import type { Desk } from './desk.js';

/** Keys of a wallet that there was none of before, to be unlocked before anything is shown. */
type Adopt = (keys: KeyRing) => void;

/** What a new wallet consists of. */
interface MadeWallet {
  profile: Profile;
  keys: KeyRing;
  /** Is nowhere else. */
  recoveryCode: string;
}

/**
 * Makes the wallet of this device, and stores nothing: when it ends here, it begins anew the next time.
 * @throws TroubleError WALLET_EXISTS, PASSKEY_*
 */
export async function makeWallet(vault: Vault, settings: Settings, passkeys: Passkeys): Promise<MadeWallet> {
  requireNew(vault);
  const { stored, keys, recoveryCode } = await createKeys(
    settings.deviceName,
    settings.passkey ? passkeys : undefined,
  );
  return { profile: { settings, keys: stored }, keys, recoveryCode };
}

/** Stores it. @throws TroubleError WALLET_EXISTS when another window was faster, STORAGE_* */
export async function keepWallet(
  vault: Vault,
  { profile, keys }: Omit<MadeWallet, 'recoveryCode'>,
  adopt: Adopt,
): Promise<void> {
  requireNew(vault);
  adopt(keys);
  await vault.change({ profile });
}

/**
 * The backup file of everything but the network's data, which anybody can have, and the copies for presentations: their
 * keys cannot be read out, and a wallet that comes back asks for new ones.
 */
export async function backUpWallet({ vault, keys, now }: Desk): Promise<Uint8Array> {
  const { profile: _, certificates, pending, ...others } = vault.contents;
  const { entries: history } = await vault.store.readHistory();
  const rows = {
    ...others,
    history,
    certificates: certificates.map(({ copies: _copies, ...row }) => row),
    pending: pending.map(({ copyKeys: _keys, ...row }) => row),
  };
  const { language, deviceName } = vault.profile.settings;
  const settings = { deviceName, ...(language !== undefined && { language }) };
  const publicJwk = { ...keys.publicJwk, kty: 'EC', crv: 'P-256' } as const;
  return makeBackup(keys, { publicJwk, madeAt: now().toISOString(), settings, rows });
}

/** @throws TroubleError WALLET_EXISTS, BACKUP_*, RECOVERY_CODE_*, STORAGE_* */
export async function restoreWallet(
  vault: Vault,
  file: Uint8Array,
  recoveryCode: string,
  adopt: Adopt,
): Promise<void> {
  requireNew(vault);
  const { stored, keys, content } = await openBackup(file, recoveryCode);
  adopt(keys);
  // A passkey is of the device that it was made on.
  const settings: Settings = { ...content.settings, passkey: false };
  await vault.change({ profile: { settings, keys: stored }, put: content.rows });
}

/** @throws TroubleError PASSKEY_*, STORAGE_* */
export async function changeSettings(
  { vault, keys: ring }: Pick<Desk, 'vault' | 'keys'>,
  change: Partial<Settings>,
  passkeys: Passkeys,
): Promise<void> {
  const { settings, keys } = vault.profile;
  const next = { ...settings, ...change };
  if (next.passkey === settings.passkey) return vault.change({ profile: { settings: next, keys } });
  if (next.passkey) {
    const gated = await addPasskey(keys, next.deviceName, passkeys);
    return vault.change({ profile: { settings: next, keys: gated } });
  }
  const opened = await removePasskey(keys, passkeys);
  const put = await unsealCopies(vault.contents, ring);
  await vault.change({ profile: { settings: next, keys: opened }, put });
}

/** All keys of copies as handles: without the passkey nothing would open them. */
async function unsealCopies({ certificates, pending }: Stored, ring: KeyRing): Promise<Partial<Rows>> {
  const handleOf = (key: StoredCopyKey) => unsealCopyKey(ring, key);
  return {
    certificates: await Promise.all(
      certificates.map(async ({ copies, ...row }) => ({
        ...row,
        copies:
          copies &&
          (await Promise.all(copies.map(async (copy) => ({ ...copy, key: await handleOf(copy.key) })))),
      })),
    ),
    pending: await Promise.all(
      pending.map(async ({ copyKeys, ...row }) => ({
        ...row,
        copyKeys: copyKeys && (await Promise.all(copyKeys.map(handleOf))),
      })),
    ),
  };
}

/** @throws TroubleError WALLET_EXISTS */
function requireNew({ contents }: Vault): void {
  if (contents.profile === undefined) return;
  throw new TroubleError('WALLET_EXISTS', 'There is a wallet on this device already.');
}
