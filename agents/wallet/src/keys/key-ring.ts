import type { PublicJwk, Sign } from '@eslabon/credentials';
import type { KeyHandle } from './bytes.js';
import type { RecoveryCopy } from './stored-keys.js';

/** A key that a certificate is bound to, as what can be done with it. */
export interface HolderKey {
  /** did:jwk. */
  did: string;
  publicJwk: PublicJwk;
  /** ES256. */
  sign: Sign;
}

/** The keys of an unlocked wallet. The holder key is the device's own, which stays: it signs all but presentations. */
export interface KeyRing extends HolderKey {
  /** AES-256-GCM key of the content of backups. */
  backupKey: KeyHandle;
  recovery: RecoveryCopy;
  /** AES-256-GCM key that the keys of copies are sealed with; absent where keys lie in the storage as handles. */
  sealing?: KeyHandle | undefined;
}

export interface KeyHandles {
  signing: KeyHandle;
  backup: KeyHandle;
  sealing?: KeyHandle | undefined;
}

export function keyRing(
  { did, publicJwk, recovery }: Pick<KeyRing, 'did' | 'publicJwk' | 'recovery'>,
  { signing, backup, sealing }: KeyHandles,
): KeyRing {
  return { ...holderKey({ did, publicJwk }, signing), recovery, backupKey: backup, sealing };
}

export function holderKey(
  { did, publicJwk }: Pick<HolderKey, 'did' | 'publicJwk'>,
  signing: KeyHandle,
): HolderKey {
  return {
    ...{ did, publicJwk },
    sign: async (data) => {
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
      return new Uint8Array(await crypto.subtle.sign(algorithm, signing, Uint8Array.from(data)));
    },
  };
}
