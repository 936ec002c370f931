import { base58btcDecode, joseKeyFromMultikey } from '@eslabon/credentials';
import type { SuiteKey } from './suite-key.js';
import { suiteKeyFrom } from './suite-key.js';

/** A key of P-384 has 70 characters; the bound keeps base58 decoding cheap. */
const maxLength = 80;

/** Reads a `publicKeyMultibase` in base58btc (Controlled Identifiers §2.2.2); `undefined` when it is none of ours. */
export function readMultikey(text: unknown): SuiteKey | undefined {
  if (typeof text !== 'string' || !text.startsWith('z') || text.length > maxLength) return undefined;
  const bytes = base58btcDecode(text.slice(1));
  return bytes === undefined ? undefined : suiteKeyFrom(() => joseKeyFromMultikey(bytes));
}
