import { TroubleError } from '../trouble/trouble-error.js';
import { randomBytes } from './bytes.js';
import type { Passkeys } from './passkey.js';
import { openSealedKeys } from './seal-keys.js';
import type { StoredKeys } from './stored-keys.js';

/**
 * Puts a passkey before keys that exist. They cannot be read out any more, therefore it is a gate and does not seal them.
 * @throws TroubleError PASSKEY_UNAVAILABLE, PASSKEY_REFUSED
 */
export async function addPasskey(
  keys: StoredKeys,
  deviceName: string,
  passkeys: Passkeys,
): Promise<StoredKeys> {
  const salt = randomBytes(16);
  const { id } = await passkeys.create(deviceName, salt);
  return { ...keys, passkey: { id, salt } };
}

/**
 * Takes the passkey away; sealed keys are opened with it once more, and kept as handles.
 * @throws TroubleError PASSKEY_UNAVAILABLE, PASSKEY_REFUSED
 */
export async function removePasskey(keys: StoredKeys, passkeys: Passkeys): Promise<StoredKeys> {
  const { passkey, ...rest } = keys;
  if (passkey === undefined) return keys;
  const { output } = await passkeys.ask(passkey);
  if (keys.atRest.form === 'handles') return rest;
  if (output === undefined) {
    throw new TroubleError('PASSKEY_REFUSED', 'The passkey did not give what the keys are sealed with.');
  }
  const { signing, backup } = await openSealedKeys(keys.did, output, keys.atRest);
  return { ...rest, atRest: { form: 'handles', signing, backup } };
}
