import { asTrouble } from '../trouble/as-trouble.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { type KeyRing, keyRing } from './key-ring.js';
import type { Passkeys } from './passkey.js';
import { openSealedKeys } from './seal-keys.js';
import type { StoredKeys } from './stored-keys.js';

/**
 * The keys, ready to use; asks for the passkey where there is one.
 * @throws TroubleError PASSKEY_UNAVAILABLE, PASSKEY_REFUSED
 */
export async function unlockKeys(stored: StoredKeys, passkeys: Passkeys): Promise<KeyRing> {
  const { atRest, passkey, did } = stored;
  const answer = passkey === undefined ? undefined : await passkeys.ask(passkey);
  if (atRest.form === 'handles') return keyRing(stored, atRest);
  const output = answer?.output;
  if (output === undefined) {
    throw new TroubleError('PASSKEY_REFUSED', 'The passkey did not give what the keys are sealed with.');
  }
  return keyRing(stored, await asTrouble('PASSKEY_REFUSED', () => openSealedKeys(did, output, atRest)));
}
