import { secp256k1 } from '@noble/curves/secp256k1.js';
import { toHex } from '../bytes/hex.js';
import { toWord } from '../bytes/word.js';

/** The other form of the same signature, which whoever saw it can make: s becomes n - s, and v flips. */
export function withHighS(seal: Uint8Array): Uint8Array {
  const s = BigInt(toHex(seal.subarray(32, 64)));
  const flipped = toWord(secp256k1.Point.CURVE().n - s);
  return Uint8Array.of(...seal.subarray(0, 32), ...flipped, 1 - (seal[64] as number));
}
