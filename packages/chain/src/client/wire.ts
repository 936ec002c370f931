import type { Hex } from '@eslabon/core';
import { EslabonError, lowerHex } from '@eslabon/core';

function invalid(what: string, value: unknown): EslabonError {
  const shown = (JSON.stringify(value) ?? 'nothing').slice(0, 100);
  return new EslabonError('CHAIN_RESPONSE_INVALID', `The node gave ${shown} for ${what}.`, {
    hints: ['The node is faulty, or not an Ethereum node.'],
  });
}

/** Reads a JSON-RPC quantity that fits a safe integer. */
export function parseQuantity(value: unknown, what: string): number {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{1,16}$/.test(value)) throw invalid(what, value);
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw invalid(what, value);
  return number;
}

/** Reads hexadecimal data, of `length` bytes when given. The result is lower case. */
export function parseData(value: unknown, what: string, length?: number): Hex {
  if (typeof value !== 'string' || !/^0x([0-9a-fA-F]{2})*$/.test(value)) throw invalid(what, value);
  if (length !== undefined && value.length !== 2 + 2 * length) throw invalid(what, value);
  return lowerHex(value);
}

export function parseObject(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(what, value);
  return value as Record<string, unknown>;
}

export function parseArray(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw invalid(what, value);
  return value;
}

export function formatQuantity(value: number | bigint): Hex {
  return `0x${value.toString(16)}`;
}
