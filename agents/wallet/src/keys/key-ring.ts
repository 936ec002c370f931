import type { PublicJwk, Sign } from '@eslabon/credentials';
import type { KeyHandle } from './bytes.js';
import type { RecoveryCopy } from './stored-keys.js';

/** The keys of an unlocked wallet, as what can be done with them. */
export interface KeyRing {
  /** did:jwk of the device. */
  did: string;
  publicJwk: PublicJwk;
  /** ES256. */
  sign: Sign;
  /** AES-256-GCM key of the content of backups. */
  backupKey: KeyHandle;
  recovery: RecoveryCopy;
}

export function keyRing(
  { did, publicJwk, recovery }: Pick<KeyRing, 'did' | 'publicJwk' | 'recovery'>,
  { signing, backup }: { signing: KeyHandle; backup: KeyHandle },
): KeyRing {
  return {
    ...{ did, publicJwk, recovery, backupKey: backup },
    sign: async (data) => {
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
      return new Uint8Array(await crypto.subtle.sign(algorithm, signing, Uint8Array.from(data)));
    },
  };
}
