import { formatDidJwk, publicKeyFromJwk, publicKeyToJwk } from '@eslabon/credentials';
import { randomBytes } from './bytes.js';
import { deriveKeys, importAes } from './derive-keys.js';
import { type KeyRing, keyRing } from './key-ring.js';
import type { Passkeys } from './passkey.js';
import { createRecoveryCode, readRecoveryCode } from './recovery-code.js';
import { recoveryData } from './recovery-data.js';
import { copySealingKey, sealKeys } from './seal-keys.js';
import type { RecoveryCopy, StoredKeys } from './stored-keys.js';
import { unwrapKey, wrapKey } from './wrap-key.js';

export interface CreatedKeys {
  stored: StoredKeys;
  keys: KeyRing;
  recoveryCode: string;
}

/**
 * Makes the P-256 key of a device, and the recovery code. For this one moment the private key can be wrapped: under the
 * recovery code, and under a passkey that has PRF. From then on there are only handles that nobody can read out.
 * @param passkeys absent when none is wanted
 * @throws TroubleError PASSKEY_UNAVAILABLE, PASSKEY_REFUSED
 */
export async function createKeys(deviceName: string, passkeys: Passkeys | undefined): Promise<CreatedKeys> {
  const salt = randomBytes(16);
  const passkey = await passkeys?.create(deviceName, salt);
  const recoveryCode = await createRecoveryCode();
  const derived = await deriveKeys(await readRecoveryCode(recoveryCode), salt);
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const { crv, kty, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const publicKey = publicKeyFromJwk({ crv, kty, x, y });
  const { check, wrapping } = derived;
  const data = recoveryData({ salt, check });
  const recovery: RecoveryCopy = { salt, check, key: await wrapKey(pair.privateKey, wrapping, data) };
  const identity = { did: formatDidJwk(publicKey), publicJwk: publicKeyToJwk(publicKey), recovery };
  const handles = {
    signing: await unwrapKey(recovery.key, wrapping, data),
    backup: await importAes(derived.backup, ['encrypt']),
  };
  const output = passkey?.output;
  const sealing = output === undefined ? undefined : await copySealingKey(output);
  return {
    stored: {
      ...identity,
      atRest:
        output === undefined
          ? { form: 'handles', ...handles }
          : await sealKeys(identity.did, output, pair.privateKey, derived.backup),
      ...(passkey !== undefined && { passkey: { id: passkey.id, salt } }),
    },
    keys: keyRing(identity, { ...handles, sealing }),
    recoveryCode,
  };
}
