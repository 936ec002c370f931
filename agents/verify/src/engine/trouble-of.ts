import { EslabonError } from '@eslabon/core';
import type { Trouble } from './contract.js';

/** An error as plain data; whatever nobody foresaw is INTERNAL. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof EslabonError) return { code: error.code, message: error.message };
  return { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) };
}
