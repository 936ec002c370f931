import { createHash } from 'node:crypto';

export interface KdfOptions {
  /** `enc` of the JWE. */
  algorithm: string;
  /** Length of the key, at most 32. */
  bytes: number;
  apu?: Uint8Array | undefined;
  apv?: Uint8Array | undefined;
}

/** Concat KDF with SHA-256 in one round (RFC 7518 §4.6.2). */
export function concatKdf(secret: Uint8Array, { algorithm, bytes, apu, apv }: KdfOptions): Uint8Array {
  const empty = new Uint8Array();
  const input = [
    uint32(1),
    secret,
    ...sized(Buffer.from(algorithm)),
    ...sized(apu ?? empty),
    ...sized(apv ?? empty),
    uint32(bytes * 8),
  ];
  return createHash('sha256').update(Buffer.concat(input)).digest().subarray(0, bytes);
}

function sized(data: Uint8Array): Uint8Array[] {
  return [uint32(data.length), data];
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
