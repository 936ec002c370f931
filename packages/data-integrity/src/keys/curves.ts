import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import type { SuiteAlgorithm, SuiteKey } from './suite-key.js';

/** The curve of each ECDSA algorithm. */
export const ecdsaCurves = { ES256: p256, ES384: p384 } as const;

/** Bytes of a coordinate: a signature has two of them, a compressed point one and a byte. */
export const fieldBytes: Readonly<Record<SuiteAlgorithm, number>> = { ES256: 32, ES384: 48, EdDSA: 32 };

/** True when the bytes have the right length and are a point of the algorithm's curve. */
export function isValidKey({ algorithm, bytes }: SuiteKey): boolean {
  return algorithm === 'EdDSA'
    ? bytes.length === 32 && ed25519.utils.isValidPublicKey(bytes, false)
    : bytes.length === fieldBytes[algorithm] + 1 &&
        ecdsaCurves[algorithm].utils.isValidPublicKey(bytes, true);
}
