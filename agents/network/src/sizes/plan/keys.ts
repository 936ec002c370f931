import { createECDH, createHash } from 'node:crypto';
import type { PublicKey } from '@eslabon/credentials';
import { testKey } from '@eslabon/testkit';

/** A key that an authority publishes in ERC-1056 to sign certificates with. */
export interface DelegateKey {
  fragment: string;
  key: PublicKey;
}

/** The key behind an authority's DID, which it never publishes as an attribute. */
export function controllerKey(label: string): PublicKey {
  return { algorithm: 'ES256K', bytes: publicKey('secp256k1', Buffer.from(testKey(label).slice(2), 'hex')) };
}

/** The same key for the same authority and number in every run. */
export function delegateKey(authority: string, number: number): DelegateKey {
  const secret = createHash('sha256').update(`delegate ${number} of ${authority}`).digest();
  return {
    fragment: `delegate-${number}`,
    key: { algorithm: 'ES256', bytes: publicKey('prime256v1', secret) },
  };
}

function publicKey(curve: string, secret: Uint8Array): Uint8Array {
  const pair = createECDH(curve);
  pair.setPrivateKey(secret);
  return Uint8Array.from(pair.getPublicKey(null, 'compressed'));
}
