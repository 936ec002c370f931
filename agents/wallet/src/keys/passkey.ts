import type { Bytes } from './bytes.js';
import type { StoredPasskey } from './stored-keys.js';

/** A passkey of this device, behind an interface because only a browser has any. */
export interface Passkeys {
  /**
   * Makes one, with the user verified.
   * @returns `output`: 32 bytes that only this passkey gives for the salt, where it has the PRF extension (WebAuthn 3
   * §10.1.4)
   * @throws TroubleError PASSKEY_UNAVAILABLE, PASSKEY_REFUSED
   */
  create(name: string, salt: Bytes): Promise<{ id: Bytes; output?: Bytes | undefined }>;
  /**
   * Asks for it, with the user verified.
   * @throws TroubleError PASSKEY_UNAVAILABLE, PASSKEY_REFUSED
   */
  ask(passkey: StoredPasskey): Promise<{ output?: Bytes | undefined }>;
}
