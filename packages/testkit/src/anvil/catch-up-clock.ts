import { connectNode } from '../standard-state/node.js';

/**
 * Puts the clock of a node right that is behind this machine's. Anvil takes the time when it begins to start and counts
 * from when it has started: on a busy machine its blocks would be seconds old when they are made, as long as it runs. A
 * clock that is ahead was put there by somebody and stays.
 */
export async function catchUpClock(nodeUrl: string): Promise<void> {
  const node = connectNode(nodeUrl);
  const pending = (await node.ask('eth_getBlockByNumber', ['pending', false])) as { timestamp: string };
  const now = Math.floor(Date.now() / 1_000);
  if (Number(pending.timestamp) < now) await node.ask('evm_setTime', [now]);
}
