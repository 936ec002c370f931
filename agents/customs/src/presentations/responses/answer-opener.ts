import { createDecipheriv, createSecretKey, type ECDH, hash } from 'node:crypto';
import type { OpenAnswer } from '@eslabon/exchange';

const ciphers = {
  A128GCM: { name: 'aes-128-gcm', keyBytes: 16 },
  A256GCM: { name: 'aes-256-gcm', keyBytes: 32 },
} as const;

/** Number of the first and only round of the Concat KDF: no key is longer than a hash. */
const round = Uint8Array.of(0, 0, 0, 1);

/**
 * Opens answers with the key of their session, by node:crypto. `computeSecret` refuses what is no point of the curve; the
 * cofactor of P-256 is 1, so that no other point tells anything of the key.
 */
export function answerOpener(key: ECDH): OpenAnswer {
  return ({ encryption, ephemeral, otherInfo, iv, ciphertext, tag, additional }) => {
    const { name, keyBytes } = ciphers[encryption];
    const derived = hash('sha256', Buffer.concat([round, key.computeSecret(ephemeral), otherInfo]), 'buffer');
    const contentKey = createSecretKey(derived.subarray(0, keyBytes));
    const decipher = createDecipheriv(name, contentKey, iv, { authTagLength: 16 });
    decipher.setAAD(additional).setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  };
}
