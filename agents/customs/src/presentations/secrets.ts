import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as a text for addresses and tokens. */
export function randomText(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of what nobody can guess, in hexadecimal. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
