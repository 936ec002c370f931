import type { Abi } from 'viem';
import { parseEventLogs } from 'viem';
import { parseArray, parseData, parseObject } from '../client/wire.js';

/** Events of the contract to which a transaction went, out of its receipt. */
export function readLogs<const abi extends Abi>(receipt: Record<string, unknown>, abi: abi) {
  const to = parseData(receipt.to, 'recipient of a receipt', 20);
  const logs = parseArray(receipt.logs, 'logs of a receipt')
    .map((value) => {
      const log = parseObject(value, 'an event');
      return {
        address: parseData(log.address, 'address of an event', 20),
        topics: parseArray(log.topics, 'topics of an event').map((topic) => parseData(topic, 'a topic', 32)),
        data: parseData(log.data, 'data of an event'),
      };
    })
    .filter(({ address }) => address === to);
  // viem wants whole logs; it reads topics and data only.
  return parseEventLogs({ abi, logs: logs as unknown as Parameters<typeof parseEventLogs>[0]['logs'] });
}
