import type { Hex } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { deployThrough } from '../deploy/deploy-through.js';
import type { RelaySubmitterOptions } from '../submit/relay/create-relay-submitter.js';
import type { SignedCreation, Submitter } from '../submit/submitter.js';
import { startRelaySubmitter } from './start-relay-submitter.js';

/** Creates a contract whose code is one STOP. */
export const sink: Hex = '0x6001600081600a8239f300';

/** What a process has signed that ends before it hands a creation over. For tests. */
export async function interruptCreation(submitter: Submitter): Promise<SignedCreation> {
  const lost = new Error('the process ended');
  let kept: SignedCreation | undefined;
  const announce = async (signed: SignedCreation) => {
    kept = signed;
    throw lost;
  };
  await submitter.deploy(sink, announce).catch((error: unknown) => {
    if (error !== lost) throw error;
  });
  if (kept === undefined) throw new Error('nothing was announced');
  return kept;
}

/** A relay, and a creation that a process signed for it that ended before it handed it over. For tests. */
export async function startInterruptedRelay(...parameters: Parameters<typeof startRelaySubmitter>) {
  const relay = await startRelaySubmitter(...parameters);
  const { client, submitterWith } = relay;
  const earlier = await interruptCreation(relay.submitter);
  return {
    ...relay,
    earlier,
    /** Goes on as another process, which remembers nothing. */
    finish(options: Partial<RelaySubmitterOptions> = {}, signed = earlier) {
      const submitter = submitterWith({ blockWaitMs: 300, ...options });
      return deployThrough(client, submitter, sink, { earlier: signed });
    },
    /** Waits until so many transactions of the node wait for a block. */
    async untilPending(count: number): Promise<void> {
      for (let tries = 0; tries < 500; tries++) {
        const { pending } = (await client.request('txpool_status')) as { pending: Hex };
        if (Number(pending) === count) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`There are never ${count} transactions.`);
    },
  };
}

export type InterruptedRelay = Awaited<ReturnType<typeof startInterruptedRelay>>;

/** The client, which mines a block behind its n-th answer to a search for events. */
export function miningAfterSearch(client: ChainClient, times: number): ChainClient {
  let asked = 0;
  return {
    ...client,
    async request(method, params) {
      const answer = await client.request(method, params);
      if (method === 'eth_getLogs' && ++asked === times) await client.request('evm_mine');
      return answer;
    },
  };
}
