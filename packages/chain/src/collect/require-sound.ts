import { EslabonError } from '@eslabon/core';

/**
 * Reads a part of the node's answer with code that judges untrusted bytes.
 * @throws EslabonError CHAIN_RESPONSE_INVALID with what that code found as the cause
 */
export function requireSound<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const why = cause instanceof Error ? ` ${cause.message}` : '';
    throw new EslabonError('CHAIN_RESPONSE_INVALID', `The node gave an unusable ${what}.${why}`, { cause });
  }
}
