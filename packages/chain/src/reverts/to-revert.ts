import type { Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { decodeRevert } from './decode-revert.js';

/**
 * Turns a node's refusal of a call that reverted into the error that the contract meant. Any other error comes back
 * unchanged.
 */
export function toRevert(error: unknown): unknown {
  if (!(error instanceof EslabonError) || error.code !== 'CHAIN_RESPONSE_INVALID') return error;
  const data = revertData(error.details.data);
  const { rpcCode, rpcMessage } = error.details;
  const reverted = rpcCode === 3 || (typeof rpcMessage === 'string' && /revert/i.test(rpcMessage));
  if (data === undefined && !reverted) return error;
  return decodeRevert(data ?? '0x', error);
}

/** Nodes put the data at once into `data`, or one level deeper, or behind a word such as “Reverted”. */
function revertData(data: unknown): Hex | undefined {
  if (typeof data === 'string') return /0x[0-9a-fA-F]*$/.exec(data)?.[0] as Hex | undefined;
  if (typeof data === 'object' && data !== null && 'data' in data) return revertData(data.data);
  return undefined;
}
