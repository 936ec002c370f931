import type { ErrorCode, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import {
  arrangementRegistryAbi,
  authorityRegistryAbi,
  revertHints,
  statusRegistryAbi,
} from '@eslabon/did-registry';
import { decodeErrorResult } from 'viem';

const errorsAbi = [...authorityRegistryAbi, ...arrangementRegistryAbi, ...statusRegistryAbi].filter(
  (item) => item.type === 'error',
);

const hints: Readonly<Record<string, { code: ErrorCode; hint: string }>> = revertHints;

/**
 * Reads what a contract reverted with: a custom error of the registries, a reason string (ERC-1056) or a panic.
 * @returns EslabonError with the code of `revertHints`, or CHAIN_REVERTED; `details.error` has the Solidity name
 */
export function decodeRevert(data: Hex, cause?: unknown): EslabonError {
  const { name, args } = decode(data);
  const known = hints[name];
  const values = args.map((arg) => String(arg)).join(', ');
  return new EslabonError(known?.code ?? 'CHAIN_REVERTED', `The contract refused: ${name}(${values}).`, {
    hints: known ? [known.hint] : [],
    cause,
    details: { error: name, args: args.map((arg) => (typeof arg === 'bigint' ? arg.toString() : arg)) },
  });
}

function decode(data: Hex): { name: string; args: readonly unknown[] } {
  if (data === '0x') return { name: 'NoReasonGiven', args: [] };
  try {
    const { errorName, args } = decodeErrorResult({ abi: errorsAbi, data });
    return { name: errorName, args: args ?? [] };
  } catch {
    return { name: 'UnknownError', args: [data.slice(0, 10)] };
  }
}
