import type { ErrorCode, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import {
  arrangementRegistryAbi,
  authorityRegistryAbi,
  revertHints,
  statusRegistryAbi,
} from '@eslabon/did-registry';
import { decodeErrorResult } from 'viem';
import { hubErrorsAbi, hubHints } from './hub-refusals.js';

const errorsAbi = [...authorityRegistryAbi, ...arrangementRegistryAbi, ...statusRegistryAbi].filter(
  (item) => item.type === 'error',
);

const hints: Readonly<Record<string, { code: ErrorCode; hint: string }>> = revertHints;

const hubErrors = new Set<string>(hubErrorsAbi.map(({ name }) => name));

/**
 * Reads what a contract reverted with: a custom error of the registries, also inside of the hub's that carried the call,
 * a reason string (ERC-1056), a panic, or a refusal of the hub.
 * @returns EslabonError with the code of `revertHints`, CHAIN_RELAY_REFUSED with `details.reason`, or CHAIN_REVERTED;
 * `details.error` has the Solidity name
 */
export function decodeRevert(data: Hex, cause?: unknown): EslabonError {
  const { name, args } = decode(data);
  if (name === 'CallFailed') return decodeRevert(args[0] as Hex, cause);
  if (hubErrors.has(name)) {
    return new EslabonError('CHAIN_RELAY_REFUSED', `The hub did not carry the call: ${name}.`, {
      hints: hubHints(name),
      cause,
      details: { error: name, reason: name },
    });
  }
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
    const { errorName, args } = decodeErrorResult({ abi: [...errorsAbi, ...hubErrorsAbi], data });
    return { name: errorName, args: args ?? [] };
  } catch {
    return { name: 'UnknownError', args: [data.slice(0, 10)] };
  }
}
