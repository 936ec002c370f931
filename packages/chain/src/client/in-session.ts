import type { ChainClient, Failover } from './create-chain-client.js';

/**
 * Does something with one node from its beginning to its end, so that the answers are of one mind. Where there are
 * several nodes and the work fails for what one of them may be to blame for, it is done again with the next.
 * @param work is called once for each node that is tried
 * @param failover `any-finding` when absent
 * @throws EslabonError as the only node, or as `createNodePool` says when there are several
 */
export function inSession<T>(
  client: ChainClient,
  work: (node: ChainClient) => Promise<T>,
  failover?: Failover,
): Promise<T> {
  return client.session === undefined ? work(client) : client.session(work, failover);
}
