import type { RpcCall } from '../http/serve-json-rpc.js';
import type { Node } from '../standard-state/node.js';

/** The clock of a chain whose blocks are each later than the one before. */
export interface ChainTime {
  /** Does what is necessary before the node gets a call. @returns the call to make */
  before(call: RpcCall): Promise<RpcCall>;
}

/**
 * Makes every block at least one second later than its parent, as validators do: left alone, anvil gives blocks of the
 * same second the same time. A chain with more blocks than seconds runs ahead of its clock, which may stand some seconds
 * `behind`; it never falls back further.
 */
export async function keepTime(node: Node, behind = 0): Promise<ChainTime> {
  await node.ask('anvil_setBlockTimestampInterval', [1]);

  const secondsOf = async (block: 'pending' | 'latest') =>
    Number(((await node.ask('eth_getBlockByNumber', [block, false])) as { timestamp: string }).timestamp);

  /** The interval alone counts blocks, not seconds. A time that somebody has set for the next block stays. */
  async function catchUp(): Promise<void> {
    const [pending, latest] = [await secondsOf('pending'), await secondsOf('latest')];
    const now = Math.floor(Date.now() / 1_000) - behind;
    if (pending === latest + 1 && now > pending) await node.ask('evm_setNextBlockTimestamp', [now]);
  }

  return {
    async before(call) {
      if (call.method === 'evm_increaseTime') {
        // Without effect on a node that counts by an interval.
        const next = (await secondsOf('pending')) + Number(call.params?.[0]);
        return { ...call, method: 'evm_setNextBlockTimestamp', params: [next] };
      }
      if (call.method !== 'evm_setNextBlockTimestamp') await catchUp();
      return call;
    },
  };
}
