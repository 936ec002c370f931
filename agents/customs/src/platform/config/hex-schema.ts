import { lowerHex } from '@eslabon/core';
import { z } from 'zod';

/** So many bytes in hexadecimal; the output is lower case. */
export const hexSchema = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`), `must be ${bytes} bytes in hexadecimal with 0x`)
    .transform(lowerHex);
