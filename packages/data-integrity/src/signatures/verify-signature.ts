import { ecdsaCurves } from '@eslabon/credentials';
import type { SuiteAlgorithm, SuiteKey } from '../keys/suite-key.js';
import type { SignatureVerifier } from './signature-verifier.js';

type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const importAs = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384' },
  EdDSA: { name: 'Ed25519' },
} as const satisfies Record<SuiteAlgorithm, object>;

const verifyAs = {
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', hash: 'SHA-384' },
  EdDSA: { name: 'Ed25519' },
} as const satisfies Record<SuiteAlgorithm, object>;

/** An issuer's key verifies many documents: decompressing and importing it costs more than a signature. */
const imported = new Map<string, Promise<CryptoKey>>();
const maxImported = 256;

/** Verifies a signature with Web Crypto. Never throws: whatever is malformed is simply not a signature. */
export const verifySignature: SignatureVerifier = async (key, data, signature) => {
  try {
    return await crypto.subtle.verify(verifyAs[key.algorithm], await importKey(key), signature, data);
  } catch {
    return false;
  }
};

function importKey(key: SuiteKey): Promise<CryptoKey> {
  const name = `${key.algorithm}:${key.bytes.join()}`;
  const known = imported.get(name);
  // Taken out and put back at the end: the first in the map is always the one that was not used for longest.
  if (known !== undefined) imported.delete(name);
  const entry =
    known ?? crypto.subtle.importKey('raw', rawOf(key), importAs[key.algorithm], false, ['verify']);
  imported.set(name, entry);
  const [oldest] = imported.keys();
  if (imported.size > maxImported && oldest !== undefined) imported.delete(oldest);
  return entry;
}

/** Web Crypto takes points uncompressed. */
function rawOf({ algorithm, bytes }: SuiteKey): Uint8Array {
  return algorithm === 'EdDSA' ? bytes : ecdsaCurves[algorithm].Point.fromBytes(bytes).toBytes(false);
}
