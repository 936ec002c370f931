import { type Bytes, joined, sha256, utf8 } from '../keys/bytes.js';
import type { KeyRing } from '../keys/key-ring.js';
import { recoveryData } from '../keys/recovery-data.js';
import { seal } from '../keys/wrap-key.js';
import type { BackupContent } from './backup-content.js';

/**
 * The backup file. It is encrypted under a key that follows from the recovery code and lies here as a handle that can
 * only encrypt: a backup needs no code, and nobody can open one with what is on the device.
 *
 * `ESLBKP`, version, derivation, 16 bytes salt, 16 bytes check of the code; the private key: nonce (12), length (2) and
 * ciphertext; the content: nonce (12) and ciphertext, with all before it as additional data; SHA-256 of all of it.
 */
export async function makeBackup(
  { recovery, backupKey }: Pick<KeyRing, 'recovery' | 'backupKey'>,
  content: BackupContent,
): Promise<Bytes> {
  const { nonce, bytes } = recovery.key;
  const length = Uint8Array.of(bytes.length >> 8, bytes.length & 255);
  const head = joined(recoveryData(recovery), nonce, length, bytes);
  const sealed = await seal(utf8(JSON.stringify(content)), backupKey, head);
  const body = joined(head, sealed.nonce, sealed.bytes);
  return joined(body, await sha256(body));
}
