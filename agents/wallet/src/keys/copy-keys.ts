import { formatDidJwk, type PublicJwk, publicKeyFromJwk, publicKeyToJwk } from '@eslabon/credentials';
import { asTrouble } from '../trouble/as-trouble.js';
import { type KeyHandle, utf8 } from './bytes.js';
import { type HolderKey, holderKey, type KeyRing } from './key-ring.js';
import type { Sealed } from './stored-keys.js';
import { unwrapKey, wrapKey } from './wrap-key.js';

/** The key of one copy of a certificate, as it lies in the browser's storage. It signs presentations and nothing else. */
export interface StoredCopyKey {
  did: string;
  publicJwk: PublicJwk;
  /** A handle that no script can read out, or, where the passkey seals the keys, sealed with them. */
  atRest: { form: 'handle'; signing: KeyHandle } | { form: 'sealed'; signing: Sealed };
}

/** One that is ready to sign. */
export interface CopyKey extends HolderKey {
  stored: StoredCopyKey;
}

/**
 * Makes the key of a copy. Where keys are sealed it can be read out for the moment that it takes to seal it; otherwise
 * never.
 */
export async function createCopyKey({ sealing }: Pick<KeyRing, 'sealing'>): Promise<CopyKey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, sealing !== undefined, ['sign']);
  const { crv, kty, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const publicKey = publicKeyFromJwk({ crv, kty, x, y });
  const identity = { did: formatDidJwk(publicKey), publicJwk: publicKeyToJwk(publicKey) };
  if (sealing === undefined) {
    const atRest = { form: 'handle', signing: pair.privateKey } as const;
    return { ...holderKey(identity, pair.privateKey), stored: { ...identity, atRest } };
  }
  const sealed = await wrapKey(pair.privateKey, sealing, contextOf(identity));
  const stored: StoredCopyKey = { ...identity, atRest: { form: 'sealed', signing: sealed } };
  return { ...holderKey(identity, await handleOf(stored, sealing)), stored };
}

/** @throws TroubleError PASSKEY_REFUSED when it is sealed with another passkey, or the keys are no longer */
export async function openCopyKey(
  { sealing }: Pick<KeyRing, 'sealing'>,
  stored: StoredCopyKey,
): Promise<CopyKey> {
  const handle = await asTrouble('PASSKEY_REFUSED', () => handleOf(stored, sealing));
  return { ...holderKey(stored, handle), stored };
}

/** The same key as a handle, for when the passkey is taken away. */
export async function unsealCopyKey(
  keys: Pick<KeyRing, 'sealing'>,
  stored: StoredCopyKey,
): Promise<StoredCopyKey> {
  if (stored.atRest.form === 'handle') return stored;
  const signing = await asTrouble('PASSKEY_REFUSED', () => handleOf(stored, keys.sealing));
  return { ...stored, atRest: { form: 'handle', signing } };
}

async function handleOf(stored: StoredCopyKey, sealing: KeyHandle | undefined): Promise<KeyHandle> {
  const { atRest } = stored;
  if (atRest.form === 'handle') return atRest.signing;
  if (sealing === undefined) throw new TypeError('The key is sealed, and the passkey is not there.');
  return unwrapKey(atRest.signing, sealing, contextOf(stored));
}

function contextOf({ did }: Pick<StoredCopyKey, 'did'>) {
  return utf8(`copy ${did}`);
}
