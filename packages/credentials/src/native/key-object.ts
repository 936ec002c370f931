import { createPublicKey, type KeyObject } from 'node:crypto';
import type { JoseAlgorithm, JoseKey } from '../crypto/jose-key.js';

/** Verifiers see the same few keys again and again; making a KeyObject costs half as much as verifying with it. */
const most = 512;
const known = new Map<string, KeyObject>();

/**
 * What stands before the key in a SubjectPublicKeyInfo (RFC 5480 §2, RFC 8410 §4) around the point as it is kept,
 * compressed: OpenSSL finds the other coordinate several times as fast as JavaScript.
 */
const prefixes: Readonly<Record<JoseAlgorithm, string>> = {
  ES256: '3039301306072a8648ce3d020106082a8648ce3d030107032200',
  ES384: '3046301006072a8648ce3d020106052b81040022033200',
  ES512: '3058301006072a8648ce3d020106052b81040023034400',
  ES256K: '3036301006072a8648ce3d020106052b8104000a032200',
  EdDSA: '302a300506032b6570032100',
};

/** The key as node:crypto wants it, kept for the next time. @throws Error where it is no point of its curve */
export function keyObjectOf({ algorithm, bytes }: JoseKey): KeyObject {
  const info = Buffer.concat([Buffer.from(prefixes[algorithm], 'hex'), bytes]).toString('base64');
  const kept = known.get(info);
  if (kept !== undefined) return kept;
  // A text: of an object node:crypto finds out by exceptions what it is.
  const made = createPublicKey(`-----BEGIN PUBLIC KEY-----\n${info}\n-----END PUBLIC KEY-----\n`);
  if (known.size >= most) known.delete(known.keys().next().value as string);
  known.set(info, made);
  return made;
}
