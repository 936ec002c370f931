import { type Bytes, joined, utf8 } from './bytes.js';
import type { RecoveryCopy } from './stored-keys.js';

/** Version of the backup file, and of how everything in it is derived and encrypted. */
export const backupVersion = 1;

/** How keys follow from the recovery code: HKDF-SHA-256, for AES-256-GCM. */
export const hkdfSha256 = 1;

const magic = utf8('ESLBKP');

/** How a backup begins: what it is, its version, the derivation with its salt, and the check of the code. */
export function recoveryData({ salt, check }: Pick<RecoveryCopy, 'salt' | 'check'>): Bytes {
  return joined(magic, Uint8Array.of(backupVersion, hkdfSha256), salt, check);
}

export const recoveryDataLength = magic.length + 2 + 16 + 16;

/** Whether bytes begin as a backup of any version does. */
export function beginsAsBackup(file: Uint8Array): boolean {
  return magic.every((byte, at) => file[at] === byte);
}

/** Where in the file version and derivation stand. */
export const versionAt = magic.length;
