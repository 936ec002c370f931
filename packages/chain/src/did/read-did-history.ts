import { type Address, EslabonError, errorCodeOf } from '@eslabon/core';
import { checkEthrEvents, type EthrHistory } from '@eslabon/did';
import type { ChainClient } from '../client/create-chain-client.js';
import { getBlock } from '../client/get-block.js';
import type { ChainLog } from '../client/get-logs.js';
import { getLogs } from '../client/get-logs.js';
import { inSession } from '../client/in-session.js';
import { decodeDidEvent } from './decode-did-event.js';
import { changedAt, type DidRegistry, eventsOf } from './did-registry.js';
import { limitEvents } from './limit-events.js';

/** Blocks asked for at a time. */
const parallel = 8;

/**
 * Everything that ERC-1056 says of an identity until the newest block, from a node: one filtered `eth_getLogs`, or where
 * the node refuses so long a range one for each block that the changes link to, as ERC-1056 means it. The answer is
 * checked against `changed(identity)` as of the same block, and its links: a node cannot leave out a block. Of several
 * changes in one block ERC-1056 links the first alone; a node that is not trusted could keep the others to itself.
 * @throws EslabonError CHAIN_UNREACHABLE, CHAIN_MISMATCH, CHAIN_RESPONSE_INVALID; CHAIN_INDEX_DIVERGED when events are
 * missing; DID_FEATURE_UNSUPPORTED when there are more than 2,000
 */
export function readDidHistory(
  client: ChainClient,
  registry: DidRegistry,
  identity: Address,
): Promise<EthrHistory> {
  return inSession(client, async (node) => {
    const { number, timestamp } = await getBlock(node, 'latest');
    const head = { number, timestamp };
    const changed = await changedAt(node, registry, identity, number);
    if (changed === 0) return { head, events: [] };
    const logs = await readLogs(node, registry, identity, changed);
    const timestamps = await readTimestamps(node, logs);
    const events = logs.map((log) => decodeDidEvent(log, timestamps.get(log.blockNumber) as number));
    checkEthrEvents(events, changed);
    return { head, events };
  });
}

async function readLogs(
  node: ChainClient,
  registry: DidRegistry,
  identity: Address,
  changed: number,
): Promise<ChainLog[]> {
  try {
    const range = { fromBlock: registry.fromBlock ?? 0, toBlock: changed };
    return limitEvents(await getLogs(node, eventsOf(registry, identity, range)), identity);
  } catch (error) {
    // Nodes limit the range, or the time that a question may take.
    if (errorCodeOf(error) !== 'CHAIN_RESPONSE_INVALID') throw error;
    return followLinks(node, registry, identity, changed);
  }
}

async function followLinks(
  node: ChainClient,
  registry: DidRegistry,
  identity: Address,
  changed: number,
): Promise<ChainLog[]> {
  let logs: ChainLog[] = [];
  for (let block = changed; block !== 0; ) {
    const range = { fromBlock: block, toBlock: block };
    const here = await getLogs(node, eventsOf(registry, identity, range));
    logs = limitEvents([...here, ...logs], identity);
    const [first] = here;
    const previous = first === undefined ? 0 : decodeDidEvent(first, 0).previousChange;
    // Later changes in a block link to the block itself; the first of them links to an earlier one.
    block = previous < block ? previous : 0;
  }
  return logs;
}

async function readTimestamps(node: ChainClient, logs: readonly ChainLog[]): Promise<Map<number, number>> {
  const hashes = new Map(logs.map(({ blockNumber, blockHash }) => [blockNumber, blockHash]));
  const numbers = [...hashes.keys()];
  const timestamps = new Map<number, number>();
  for (let start = 0; start < numbers.length; start += parallel) {
    const asked = numbers.slice(start, start + parallel).map((number) => getBlock(node, number));
    for (const { number, hash, timestamp } of await Promise.all(asked)) {
      if (hashes.get(number) !== hash) throw reorganised(number);
      timestamps.set(number, timestamp);
    }
  }
  return timestamps;
}

function reorganised(block: number): EslabonError {
  return new EslabonError(
    'CHAIN_RESPONSE_INVALID',
    `The node gave an event of block ${block} under another hash than the block's.`,
  );
}
