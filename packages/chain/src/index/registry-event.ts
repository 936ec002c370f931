import type { Deployment } from '@eslabon/bundle';
import { lowerHex } from '@eslabon/core';
import {
  arrangementRegistryAbi,
  authorityRegistryAbi,
  ethereumDidRegistryAbi,
  statusRegistryAbi,
} from '@eslabon/did-registry';
import type { DecodeEventLogReturnType } from 'viem';
import { decodeEventLog } from 'viem';
import { diverged } from './diverged.js';
import type { StoredLog } from './event-store.js';

export type AuthorityEvent = DecodeEventLogReturnType<typeof authorityRegistryAbi>;
export type ArrangementEvent = DecodeEventLogReturnType<typeof arrangementRegistryAbi>;
export type StatusEvent = DecodeEventLogReturnType<typeof statusRegistryAbi>;
export type DidEvent = DecodeEventLogReturnType<typeof ethereumDidRegistryAbi>;

/** A decoded event and the contract that emitted it. */
export type RegistryEvent =
  | { contract: 'authorityRegistry'; event: AuthorityEvent }
  | { contract: 'arrangementRegistry'; event: ArrangementEvent }
  | { contract: 'statusRegistry'; event: StatusEvent }
  | { contract: 'didRegistry'; event: DidEvent };

/** Decodes an event of one of the four contracts. */
export function decodeRegistryEvent({ contracts }: Deployment, log: StoredLog): RegistryEvent {
  const { data } = log;
  const topics = log.topics as [StoredLog['data'], ...StoredLog['topics']];
  try {
    switch (log.address) {
      case lowerHex(contracts.authorityRegistry.address):
        return {
          contract: 'authorityRegistry',
          event: decodeEventLog({ abi: authorityRegistryAbi, topics, data }),
        };
      case lowerHex(contracts.arrangementRegistry.address):
        return {
          contract: 'arrangementRegistry',
          event: decodeEventLog({ abi: arrangementRegistryAbi, topics, data }),
        };
      case lowerHex(contracts.statusRegistry.address):
        return {
          contract: 'statusRegistry',
          event: decodeEventLog({ abi: statusRegistryAbi, topics, data }),
        };
      case lowerHex(contracts.didRegistry.address):
        return {
          contract: 'didRegistry',
          event: decodeEventLog({ abi: ethereumDidRegistryAbi, topics, data }),
        };
    }
  } catch {
    throw diverged(`Event ${log.logIndex} of block ${log.blockNumber} is none of ${log.address}.`);
  }
  throw diverged(
    `Event ${log.logIndex} of block ${log.blockNumber} is of ${log.address}, which is not followed.`,
  );
}
