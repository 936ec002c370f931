import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { encodeFunctionData, keccak256, size, zeroAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { createQueue } from '../create-queue.js';
import { createSender } from '../create-sender.js';
import type { CarrierOptions } from '../create-submitter.js';
import { deadlineIn } from '../deadline-in.js';
import { newestBlock, nextBlock } from '../next-block.js';
import { senderOutcome } from '../sender-outcome.js';
import type { Announce, Submitter } from '../submitter.js';
import { deployedByHub } from './deployed-by-hub.js';
import { type Forward, forwardDomain, forwardTypes, hubAbi } from './forward.js';
import { createSpaceNonces } from './space-nonces.js';

export interface HubSubmitterOptions extends CarrierOptions {
  /** Address of the PermissionedMetaTxHub, which has to know the carrying account as caller, and to deploy as deployer. */
  hub: Address;
  /** Space of the nonces; 0 when absent. */
  space?: number;
  /** Milliseconds to wait for the next block when this one's quota is used up; 10,000 when absent. */
  blockWaitMs?: number;
  /** Milliseconds after which a transaction that the node does not know is sent again; 1,000 when absent. */
  resendAfterMs?: number;
}

interface Manner {
  gas?: bigint | undefined;
  announce?: Announce | undefined;
}

/** Seconds for which what was signed may be carried out. */
const lifetime = 600;

const attempts = 4;

/** Refusals that the next block may lift. */
const untilNextBlock = new Set<unknown>(['BlockGasQuotaExceeded', 'DeployPerBlockExceeded']);

/**
 * Carries calls through LACChain's PermissionedMetaTxHub (gas model B). The carrying account signs what the hub is to do
 * (EIP-712) and sends it in a transaction of its own.
 */
export function createHubSubmitter(options: HubSubmitterOptions): Submitter {
  const { client, privateKey, hub, space = 0, blockWaitMs = 10_000 } = options;
  const account = privateKeyToAccount(privateKey);
  const sender = createSender(options);
  const from = sender.address;
  const nonces = createSpaceNonces(client, hub, from, space);
  const enqueue = createQueue();

  async function encode(to: Address, data: Hex): Promise<Hex> {
    const forward: Forward = {
      ...{ from, to, value: 0n, space, caller: from },
      nonce: await nonces.next(),
      deadline: BigInt(await deadlineIn(client, lifetime)),
      dataHash: keccak256(data),
    };
    const signature = await account.signTypedData({
      domain: forwardDomain(client.chainId, hub),
      types: forwardTypes,
      primaryType: 'Forward',
      message: forward,
    });
    return encodeFunctionData({ abi: hubAbi, functionName: 'execute', args: [forward, data, signature] });
  }

  async function carry(to: Address, data: Hex, { gas, announce }: Manner = {}): Promise<Hash> {
    const outer = gas === undefined ? {} : { gas: aroundHub(gas, data) };
    for (let attempt = 1; ; attempt++) {
      const block = await newestBlock(client);
      try {
        return await sender.send({ to: hub, data: await encode(to, data), ...outer }, announce);
      } catch (error) {
        const reason = error instanceof EslabonError ? error.details.reason : undefined;
        if (attempt === attempts) throw error;
        if (reason === 'NonceUsed') nonces.leave();
        else if (!untilNextBlock.has(reason) || !(await nextBlock(client, block, blockWaitMs))) throw error;
      }
    }
  }

  return {
    carrier: from,
    submit: async ({ to, data, gas }) => ({ hash: await enqueue(() => carry(to, data, { gas })) }),
    deploy: async (code, announce) => ({ hash: await enqueue(() => carry(zeroAddress, code, { announce })) }),
    // The transaction around it is the account's own: it is mined once, and what it carries with it.
    resume: (signed) => sender.resume(signed),
    outcome: (hash) => senderOutcome(client, sender, hash, deployedByHub),
  };
}

/** Gas for the hub's transaction, so that the call inside has `gas`: a call gives 63 of 64 parts on (EIP-150). */
function aroundHub(gas: bigint, data: Hex): bigint {
  return (gas * 64n) / 63n + 200_000n + 32n * BigInt(size(data));
}
