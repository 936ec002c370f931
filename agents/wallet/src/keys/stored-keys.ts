import type { PublicJwk } from '@eslabon/credentials';
import type { Bytes, KeyHandle } from './bytes.js';

/** AES-256-GCM: the nonce, and the ciphertext with its tag. */
export interface Sealed {
  nonce: Bytes;
  bytes: Bytes;
}

/** The private key under the recovery code, made once when the wallet is. It is all that a backup has of it. */
export interface RecoveryCopy {
  salt: Bytes;
  check: Bytes;
  key: Sealed;
}

export interface StoredPasskey {
  /** Id of the WebAuthn credential. */
  id: Bytes;
  /** Input of the PRF extension. */
  salt: Bytes;
}

/** How the keys lie in the browser's storage: as handles that no script can read out, or under a passkey. */
export type KeysAtRest =
  | { form: 'handles'; signing: KeyHandle; backup: KeyHandle }
  | { form: 'sealed'; signing: Sealed; backup: Sealed };

export interface StoredKeys {
  did: string;
  publicJwk: PublicJwk;
  recovery: RecoveryCopy;
  atRest: KeysAtRest;
  /** Asked for before the keys are used; with `sealed` keys nothing opens without it. */
  passkey?: StoredPasskey | undefined;
}
