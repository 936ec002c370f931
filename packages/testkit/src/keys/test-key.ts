import { createHash } from 'node:crypto';
import type { Hex } from '@eslabon/core';

/** A private key that is always the same for a label: 32 bytes of SHA-256. For tests and demonstrations only. */
export function testKey(label: string): Hex {
  return `0x${createHash('sha256').update(`eslabon test key: ${label}`).digest('hex')}`;
}
