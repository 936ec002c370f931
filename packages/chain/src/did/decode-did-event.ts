import { EslabonError, lowerHex } from '@eslabon/core';
import type { EthrEvent } from '@eslabon/did';
import { ethereumDidRegistryAbi } from '@eslabon/did-registry';
import type { DecodeEventLogReturnType } from 'viem';
import { decodeEventLog } from 'viem';
import type { ChainLog } from '../client/get-logs.js';

type DidEvent = DecodeEventLogReturnType<typeof ethereumDidRegistryAbi>;

/**
 * An event of ERC-1056 as `@eslabon/did` takes it. `timestamp` is that of its block, in Unix seconds.
 * @throws EslabonError CHAIN_RESPONSE_INVALID when the contract has no such event
 */
export function decodeDidEvent(log: Omit<ChainLog, 'blockHash'>, timestamp: number): EthrEvent {
  const event = decode(log);
  const { blockNumber } = log;
  const place = { blockNumber, timestamp, previousChange: Number(event.args.previousChange) };
  switch (event.eventName) {
    case 'DIDOwnerChanged':
      return { kind: 'owner', ...place, owner: lowerHex(event.args.owner) };
    case 'DIDDelegateChanged': {
      const { delegateType, delegate, validTo } = event.args;
      return { kind: 'delegate', ...place, delegateType, delegate: lowerHex(delegate), validTo };
    }
    case 'DIDAttributeChanged': {
      const { name, value, validTo } = event.args;
      return { kind: 'attribute', ...place, name, value, validTo };
    }
  }
}

function decode({ topics, data, blockNumber, logIndex, address }: Omit<ChainLog, 'blockHash'>): DidEvent {
  try {
    const [signature = '0x', ...indexed] = topics;
    return decodeEventLog({ abi: ethereumDidRegistryAbi, topics: [signature, ...indexed], data });
  } catch (cause) {
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `Event ${logIndex} of block ${blockNumber} is none of ERC-1056 at ${address}.`,
      { cause },
    );
  }
}
