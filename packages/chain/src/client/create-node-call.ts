import { EslabonError } from '@eslabon/core';
import { http } from 'viem';
import { isBrokenConnection, toChainError } from './to-chain-error.js';

/** Calls a JSON-RPC method of a node, whatever chain it serves. */
export type NodeCall = (method: string, params: readonly unknown[]) => Promise<unknown>;

/** Makes the calls to one node, with a limit for each answer. They throw as {@link toChainError} sorts it. */
export function createNodeCall(rpcUrl: string, timeoutMs: number): NodeCall {
  const transport = http(rpcUrl, { retryCount: 0, timeout: timeoutMs })({});
  const ask: NodeCall = (method, params) => transport.request({ method, params });
  return async (method, params) => {
    let answer: unknown;
    try {
      // A connection kept open over a restart of the node breaks at its next use, hence the second attempt.
      answer = await ask(method, params).catch((error: unknown) =>
        isBrokenConnection(error) ? ask(method, params) : Promise.reject(error),
      );
    } catch (error) {
      throw toChainError(error, { method, rpcUrl, timeoutMs });
    }
    if (answer !== undefined) return answer;
    throw new EslabonError('CHAIN_RESPONSE_INVALID', `The node answered ${method} without a result.`);
  };
}
