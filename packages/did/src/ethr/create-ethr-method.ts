import { type Address, EslabonError } from '@eslabon/core';
import type { DidMethod } from '../resolution/did-method.js';
import type { WantedVersion } from '../resolution/resolution-options.js';
import { type EthrMoment, ethrDocument } from './ethr-document.js';
import type { EthrEvent } from './ethr-event.js';
import type { EthrNetwork } from './ethr-identity.js';
import { parseEthrIdentity } from './parse-ethr-identity.js';

/** A block, and all events of an identity until then. */
export interface EthrHistory {
  head: EthrBlock;
  /** In the order of the chain, and complete: `checkEthrEvents` has seen them. */
  events: readonly EthrEvent[];
}

export interface EthrBlock {
  number: number;
  /** Unix seconds. */
  timestamp: number;
}

/** How far a history has to reach. */
export type EthrReach = 'newest' | { block: number } | { instant: number };

/** What did:ethr needs of its chain. */
export interface EthrChain {
  /**
   * The events of an identity, as far as they are asked for or further. Where the chain ends before, until its end.
   * @throws EslabonError CHAIN_*
   */
  history(identity: Address, reach: EthrReach): Promise<EthrHistory>;
  /**
   * Timestamp of a block in Unix seconds.
   * @throws EslabonError CHAIN_*
   */
  timestampOf(block: number): Promise<number>;
}

export interface EthrMethodOptions {
  network: EthrNetwork;
  chain: EthrChain;
  /** What keys that expire are held against when the newest version is asked for. */
  clock(): Date;
}

/** did:ethr. `versionId` is the number of a block, whether something changed in it or not. */
export function createEthrMethod({ network, chain, clock }: EthrMethodOptions): DidMethod {
  async function historyFor(identity: Address, version: WantedVersion): Promise<[EthrHistory, EthrMoment]> {
    const now = Math.floor(clock().getTime() / 1000);
    if (version.kind === 'latest') {
      return [await chain.history(identity, 'newest'), { now, isUntil: () => true }];
    }
    if (version.kind === 'time') {
      const { instant } = version;
      const history = await chain.history(identity, { instant });
      if (instant > Math.max(now, history.head.timestamp))
        throw notFound('The instant asked about is still to come.');
      return [history, { now: instant, isUntil: ({ timestamp }) => timestamp <= instant }];
    }
    const block = blockOf(version.versionId);
    const history = await chain.history(identity, { block });
    if (block > history.head.number) throw notFound(`The chain ends before block ${block}.`);
    const isUntil = ({ blockNumber }: EthrEvent) => blockNumber <= block;
    const changed = history.events.find(({ blockNumber }) => blockNumber === block);
    return [history, { now: changed?.timestamp ?? (await chain.timestampOf(block)), isUntil }];
  }

  return {
    name: 'ethr',
    async resolve(did, version) {
      const identity = parseEthrIdentity(did, network);
      const [{ events }, moment] = await historyFor(identity.address, version);
      return ethrDocument(identity, events, moment);
    },
  };
}

function blockOf(versionId: string): number {
  if (/^(0|[1-9]\d{0,14})$/.test(versionId)) return Number(versionId);
  throw new EslabonError('DID_OPTIONS_INVALID', `“${versionId.slice(0, 60)}” is not the number of a block.`, {
    hints: ['The versionId of a did:ethr is a block number in decimal.'],
  });
}

function notFound(sentence: string): EslabonError {
  return new EslabonError('DID_NOT_FOUND', sentence, {
    hints: ['Ask for the newest version, or for a past one.'],
  });
}
