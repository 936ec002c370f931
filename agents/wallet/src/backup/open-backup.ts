import { formatDidJwk, publicKeyFromJwk, publicKeyToJwk } from '@eslabon/credentials';
import { type Bytes, sha256 } from '../keys/bytes.js';
import { deriveKeys, importAes } from '../keys/derive-keys.js';
import { type KeyRing, keyRing } from '../keys/key-ring.js';
import { readRecoveryCode } from '../keys/recovery-code.js';
import {
  backupVersion,
  beginsAsBackup,
  hkdfSha256,
  recoveryData,
  recoveryDataLength,
  versionAt,
} from '../keys/recovery-data.js';
import type { StoredKeys } from '../keys/stored-keys.js';
import { unseal, unwrapKey } from '../keys/wrap-key.js';
import { asTrouble } from '../trouble/as-trouble.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { type BackupContent, backupContentSchema, largestBackup } from './backup-content.js';

export interface OpenedBackup {
  stored: StoredKeys;
  keys: KeyRing;
  content: BackupContent;
}

const digestLength = 32;
const smallest = recoveryDataLength + 12 + 2 + 16 + 12 + 16 + digestLength;

/**
 * Opens a backup with its recovery code.
 * @throws TroubleError BACKUP_UNKNOWN when it is no backup, BACKUP_NEWER when a newer app made it, BACKUP_DAMAGED,
 * RECOVERY_CODE_MISTYPED when the code is none, RECOVERY_CODE_WRONG when it is that of another wallet
 */
export async function openBackup(file: Uint8Array, recoveryCode: string): Promise<OpenedBackup> {
  const secret = await readRecoveryCode(recoveryCode);
  const { salt, check, key, head, content } = await takeApart(file);
  const derived = await deriveKeys(secret, salt);
  if (!derived.check.every((byte, at) => byte === check[at])) {
    throw new TroubleError('RECOVERY_CODE_WRONG', 'The recovery code is not the one of this backup.');
  }
  return asTrouble('BACKUP_DAMAGED', async () => {
    const backupKey = await importAes(derived.backup, ['encrypt', 'decrypt']);
    const json = JSON.parse(new TextDecoder().decode(await unseal(content, backupKey, head))) as unknown;
    const read = backupContentSchema.parse(json);
    const publicKey = publicKeyFromJwk(read.publicJwk);
    const recovery = { salt, check, key };
    const identity = { did: formatDidJwk(publicKey), publicJwk: publicKeyToJwk(publicKey), recovery };
    const handles = {
      signing: await unwrapKey(key, derived.wrapping, recoveryData({ salt, check })),
      backup: await importAes(derived.backup, ['encrypt']),
    };
    return {
      stored: { ...identity, atRest: { form: 'handles', ...handles } },
      keys: keyRing(identity, handles),
      content: read,
    };
  });
}

async function takeApart(file: Uint8Array) {
  if (!beginsAsBackup(file))
    throw new TroubleError('BACKUP_UNKNOWN', 'The file is not a backup of this wallet.');
  const damaged = () => new TroubleError('BACKUP_DAMAGED', 'The file is not as it was written.');
  if (file.length < smallest || file.length > largestBackup) throw damaged();
  const body = Uint8Array.from(file.subarray(0, -digestLength));
  const digest = await sha256(body);
  if (!digest.every((byte, at) => byte === file[body.length + at])) throw damaged();
  // Only a file that is whole can say that it is of another version.
  if (file[versionAt] !== backupVersion || file[versionAt + 1] !== hkdfSha256) {
    throw new TroubleError('BACKUP_NEWER', `The backup is of version ${file[versionAt]}.`);
  }
  let at = versionAt + 2;
  const take = (length: number): Bytes => {
    if (at + length > body.length) throw damaged();
    at += length;
    return body.slice(at - length, at);
  };
  const [salt, check, nonce] = [take(16), take(16), take(12)];
  const [high = 0, low = 0] = take(2);
  const key = { nonce, bytes: take((high << 8) | low) };
  const head = body.slice(0, at);
  return { salt, check, key, head, content: { nonce: take(12), bytes: body.slice(at) } };
}
