/** Lower-case hexadecimal with `0x`. */
export type Hex = `0x${string}`;

/** 20-byte account address, lower case, without checksum. */
export type Address = Hex;

/** 32 bytes. */
export type Hash = Hex;

/** Lower-cases a hexadecimal string; addresses and hashes are compared in this form only. */
export function lowerHex(value: string): Hex {
  return value.toLowerCase() as Hex;
}
