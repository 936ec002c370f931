import { EslabonError } from '@eslabon/core';
import { base58btcDecode } from '@eslabon/credentials';
import { type MultikeyType, multikeyFacts, multikeyTypes } from './multikey-types.js';

/** A public key of a DID document. */
export interface DidKey {
  type: MultikeyType;
  /** Ed25519, X25519: 32 bytes; else a compressed SEC 1 point. */
  bytes: Uint8Array;
}

/** Keys of RSA have some 730 characters; the bound keeps base58 decoding cheap. */
const maxLength = 1024;

/** Multicodecs of keys that are not read here. Whatever begins otherwise is no key. */
const otherTypes = new Map([
  ['ea01', 'BLS12-381 (G1)'],
  ['eb01', 'BLS12-381 (G2)'],
  ['ee01', 'BLS12-381 (G1 and G2)'],
  ['ef01', 'Sr25519'],
  ['8224', 'P-521'],
  ['8324', 'Ed448'],
  ['8424', 'X448'],
  ['8524', 'RSA'],
  ['8624', 'SM2'],
  ['d1d6', 'JWK (JCS)'],
]);

/**
 * Reads a multikey in base58btc (`z…`, Controlled Identifiers 1.0 §2.2.2).
 * @returns undefined when it is not the one text of a key
 * @throws EslabonError DID_FEATURE_UNSUPPORTED for a key of another type
 */
export function decodeMultikeyText(text: string): DidKey | undefined {
  if (!text.startsWith('z') || text.length > maxLength) return undefined;
  const multikey = base58btcDecode(text.slice(1));
  if (multikey === undefined || multikey.length < 3) return undefined;
  const type = multikeyTypes.find((name) => {
    const [first, second] = multikeyFacts[name].prefix;
    return multikey[0] === first && multikey[1] === second;
  });
  if (type === undefined) return refuseOtherTypes(multikey);
  const bytes = multikey.subarray(2);
  return multikeyFacts[type].isKey(bytes) ? { type, bytes: Uint8Array.from(bytes) } : undefined;
}

function refuseOtherTypes(multikey: Uint8Array): undefined {
  const prefix = [...multikey.subarray(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const name = otherTypes.get(prefix);
  if (name === undefined) return undefined;
  throw new EslabonError('DID_FEATURE_UNSUPPORTED', `Keys of ${name} are not read here.`, {
    hints: [`Supported are ${multikeyTypes.join(', ')}.`],
  });
}
