import { EslabonError } from '@eslabon/core';
import { createNodeCall } from './create-node-call.js';
import { parseQuantity } from './wire.js';

export interface ChainClientOptions {
  /** JSON-RPC over HTTP or HTTPS; a user and password in it are sent as basic authentication. */
  rpcUrl: string;
  /** The chain that the node must serve, for instance 648540. */
  chainId: number;
  /** Limit for one answer in milliseconds; 10,000 when absent. */
  timeoutMs?: number;
}

/** One node of a chain, or several. The operations of this package take it as their first argument. */
export interface ChainClient {
  readonly chainId: number;
  /**
   * Calls a JSON-RPC method. Checks first, until it once succeeded, that the node serves {@link chainId}.
   * @throws EslabonError CHAIN_UNREACHABLE, CHAIN_MISMATCH, CHAIN_RESPONSE_INVALID (the node refused or talks nonsense)
   */
  request(method: string, params?: readonly unknown[]): Promise<unknown>;
  /** Only several nodes have it (`createNodePool`); `inSession` works with one node as well. */
  session?<T>(work: (node: ChainClient) => Promise<T>, failover?: Failover): Promise<T>;
}

/**
 * When another node is asked: after an outage only, or also after an answer that does not hold, or that a node no
 * longer keeps.
 */
export type Failover = 'outage' | 'any-finding';

/** Makes a client. Does not talk to the node yet. */
export function createChainClient({ rpcUrl, chainId, timeoutMs = 10_000 }: ChainClientOptions): ChainClient {
  const call = createNodeCall(rpcUrl, timeoutMs);
  let checked: Promise<void> | undefined;

  async function check(): Promise<void> {
    const answer = parseQuantity(await call('eth_chainId', []), 'eth_chainId');
    if (answer === chainId) return;
    throw new EslabonError('CHAIN_MISMATCH', `The node serves chain ${answer}, not ${chainId}.`, {
      hints: ['Give the address of a node of the right network, or correct the chain id.'],
      details: { expected: chainId, actual: answer },
    });
  }

  return {
    chainId,
    async request(method, params = []) {
      checked ??= check();
      try {
        await checked;
      } catch (error) {
        // The next request asks again: the node may be back, or be another one.
        checked = undefined;
        throw error;
      }
      return call(method, params);
    },
  };
}
