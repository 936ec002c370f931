import { type AesUsage, type Bytes, type KeyHandle, utf8 } from './bytes.js';
import { importAes } from './derive-keys.js';
import type { KeyHandles } from './key-ring.js';
import type { KeysAtRest } from './stored-keys.js';
import { seal, unseal, unwrapKey, wrapKey } from './wrap-key.js';

/**
 * Seals the keys under what a passkey gave: without it there is nothing in the browser's storage that signs.
 * @param output of the PRF extension, 32 bytes
 * @param signing must be extractable
 */
export async function sealKeys(
  did: string,
  output: Bytes,
  signing: KeyHandle,
  backup: Bytes,
): Promise<KeysAtRest> {
  const key = await sealingKey(output, ['wrapKey', 'encrypt']);
  return {
    form: 'sealed',
    signing: await wrapKey(signing, key, utf8(`signing ${did}`)),
    backup: await seal(backup, key, utf8(`backup ${did}`)),
  };
}

/** The handles of sealed keys. Rejects where the passkey is another. */
export async function openSealedKeys(
  did: string,
  output: Bytes,
  sealed: Extract<KeysAtRest, { form: 'sealed' }>,
): Promise<Required<KeyHandles>> {
  const key = await sealingKey(output, ['unwrapKey', 'decrypt']);
  const backup = await unseal(sealed.backup, key, utf8(`backup ${did}`));
  return {
    signing: await unwrapKey(sealed.signing, key, utf8(`signing ${did}`)),
    backup: await importAes(backup, ['encrypt']),
    sealing: await copySealingKey(output),
  };
}

/**
 * What the keys of copies are sealed with. Another than the device's own key is sealed with: this one stays in memory
 * while the wallet is open, because copies come then.
 */
export function copySealingKey(output: Bytes): Promise<KeyHandle> {
  return sealingKey(output, ['wrapKey', 'unwrapKey'], 'eslabon wallet 1 passkey copies');
}

async function sealingKey(
  output: Bytes,
  usages: readonly AesUsage[],
  purpose = 'eslabon wallet 1 passkey',
): Promise<KeyHandle> {
  const material = await crypto.subtle.importKey('raw', output, 'HKDF', false, ['deriveKey']);
  const info = utf8(purpose);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(algorithm, material, { name: 'AES-GCM', length: 256 }, false, [...usages]);
}
