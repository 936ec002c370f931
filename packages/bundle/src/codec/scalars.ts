import type { Address, Country, Hash, Hex } from '@eslabon/core';
import { fromHex, toHex } from '../bytes/hex.js';
import { readWord, toWord } from '../bytes/word.js';
import type { Codec } from './codec.js';
import { wrongShape } from './codec.js';

/** A whole number between `min` and `max`. */
export function uint(max: number = Number.MAX_SAFE_INTEGER, min = 0): Codec<number> {
  const check = (value: unknown, path: string): number => {
    if (!Number.isSafeInteger(value) || (value as number) < min || (value as number) > max) {
      throw wrongShape(path, `a whole number from ${min} to ${max}`);
    }
    return value as number;
  };
  return { write: check, read: check };
}

export const uint8 = uint(0xff);
export const uint16 = uint(0xffff);
export const uint32 = uint(0xffff_ffff);
export const uint40 = uint(0xff_ffff_ffff);

/** A text of at most `max` UTF-16 units. */
export function text(max: number, pattern?: RegExp): Codec<string> {
  const check = (value: unknown, path: string): string => {
    if (typeof value !== 'string' || value.length > max || pattern?.test(value) === false) {
      throw wrongShape(path, pattern === undefined ? `a text of at most ${max} characters` : `of ${pattern}`);
    }
    return value;
  };
  return { write: check, read: check };
}

/** One text and no other. */
export function literal<T extends string>(expected: T): Codec<T> {
  const check = (value: unknown, path: string): T => {
    if (value !== expected) throw wrongShape(path, `“${expected}”`);
    return expected;
  };
  return { write: check, read: check };
}

/** Bytes as they are, of at most `max`. */
export function bytes(max: number): Codec<Uint8Array> {
  const check = (value: unknown, path: string): Uint8Array => {
    if (!(value instanceof Uint8Array) || value.length > max) {
      throw wrongShape(path, `a byte string of at most ${max} bytes`);
    }
    return value;
  };
  return { write: check, read: check };
}

/** Lower-case hexadecimal with `0x`, carried as bytes. */
function hex(size: number): Codec<Hex> {
  const pattern = new RegExp(`^0x[0-9a-f]{${size * 2}}$`);
  return {
    write(value, path) {
      if (!pattern.test(value)) throw wrongShape(path, `${size} bytes in lower-case hexadecimal`);
      return fromHex(value);
    },
    read(raw, path) {
      if (!(raw instanceof Uint8Array) || raw.length !== size) throw wrongShape(path, `${size} bytes`);
      return toHex(raw);
    },
  };
}

export const address: Codec<Address> = hex(20);
export const hash: Codec<Hash> = hex(32);
export const country = text(2, /^[A-Z]{2}$/) as Codec<Country>;

/** A 256-bit number that is not zero, carried as 32 bytes. */
export const nonZeroWord: Codec<bigint> = {
  write(value, path) {
    if (value <= 0n || value >> 256n !== 0n) throw wrongShape(path, 'a number from 1 to 2^256 - 1');
    return toWord(value);
  },
  read(raw, path) {
    const value = raw instanceof Uint8Array && raw.length === 32 ? readWord(raw, 0) : 0n;
    if (value === 0n) throw wrongShape(path, '32 bytes that are not all zero');
    return value;
  },
};
