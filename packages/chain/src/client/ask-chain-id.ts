import { createNodeCall } from './create-node-call.js';
import { parseQuantity } from './wire.js';

/**
 * The id of the chain that a node serves, for whoever is told only where the node is.
 * @throws EslabonError CHAIN_UNREACHABLE, CHAIN_RESPONSE_INVALID
 */
export async function askChainId(rpcUrl: string, timeoutMs = 10_000): Promise<number> {
  return parseQuantity(await createNodeCall(rpcUrl, timeoutMs)('eth_chainId', []), 'eth_chainId');
}
