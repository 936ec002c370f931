import type { ChainClient } from '../../client/create-chain-client.js';
import { createNodeCall } from '../../client/create-node-call.js';

/** What has to be asked of the RelaySigner: Besu knows neither these nonces nor what became of the call inside. */
const relayed = new Set(['eth_sendRawTransaction', 'eth_getTransactionCount', 'eth_getTransactionReceipt']);

const timeoutMs = 10_000;

/** A client that asks the RelaySigner what the RelaySigner has to answer, and the node of `client` everything else. */
export function createRelayClient(client: ChainClient, relaySignerUrl: string): ChainClient {
  const call = createNodeCall(relaySignerUrl, timeoutMs);
  return {
    chainId: client.chainId,
    request: (method, params = []) =>
      relayed.has(method) ? call(method, params) : client.request(method, params),
  };
}
