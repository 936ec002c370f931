import { bytesToBigInt, hexToBytes, numberToHex } from 'viem';

/** Order of secp256k1. */
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** The other form of a seal, which every signature on secp256k1 has: −s, recovered with the other parity. */
export function toHighS(seal: Uint8Array): Uint8Array {
  const s = order - bytesToBigInt(seal.subarray(32, 64));
  return Uint8Array.from([
    ...seal.subarray(0, 32),
    ...hexToBytes(numberToHex(s, { size: 32 })),
    1 - (seal[64] as number),
  ]);
}
