import type { KeyObject } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import type { JoseKey } from '../crypto/jose-key.js';
import { publicKeyToJwk } from '../crypto/public-key-to-jwk.js';

/** Verifiers see the same few keys again and again; making a KeyObject costs as much as verifying with it. */
const most = 512;
const known = new Map<string, KeyObject>();

/** The key as node:crypto wants it, kept for the next time. @throws EslabonError KEY_UNSUPPORTED */
export function keyObjectOf(key: JoseKey): KeyObject {
  const name = `${key.algorithm}:${Buffer.from(key.bytes).toString('base64')}`;
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const made = createPublicKey({ key: { ...publicKeyToJwk(key) }, format: 'jwk' });
  if (known.size >= most) known.delete(known.keys().next().value as string);
  known.set(name, made);
  return made;
}
