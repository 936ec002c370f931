import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError, lowerHex } from '@eslabon/core';
import { concat, encodeAbiParameters } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { createQueue } from '../create-queue.js';
import type { CarrierOptions } from '../create-submitter.js';
import { deadlineIn } from '../deadline-in.js';
import { askGas } from '../estimate-gas.js';
import { newestBlock, nextBlock } from '../next-block.js';
import { createNonceLedger } from '../nonce-ledger.js';
import type { Outcome, Submitter } from '../submitter.js';
import { createCarried } from './carried.js';
import { fitGas } from './gas-rule.js';
import { createRelayClient } from './relay-client.js';
import { relayOutcome } from './relay-outcome.js';
import { sendToRelay } from './send-to-relay.js';

export interface RelaySubmitterOptions extends CarrierOptions {
  /** JSON-RPC over HTTP or HTTPS. Reads go to the node of `client`. */
  relaySignerUrl: string;
  /** Account of the RelaySigner's node: no other may carry what is signed. */
  nodeAddress: Address;
  /** Seconds after which what was signed must not be carried any more. */
  expirationSeconds: number;
  /** Gas that the node may use in a block. */
  gasAllowance: number;
  /** Milliseconds to wait for the next block when this one's gas is used up; 10,000 when absent. */
  blockWaitMs?: number;
}

/** A call, or a creation when `to` is absent. */
interface Carriage {
  to?: Address;
  data: Hex;
  gas?: bigint;
}

const attempts = 4;

/** Refusals of a transaction that is within the allowance: others have used this block's gas. */
const untilNextBlock = new Set<unknown>(['MaxBlockGasLimit', 'NotEnoughGas']);

/**
 * Carries calls through LACChain's relay (gas model A): the carrying account signs a legacy transaction without chain id
 * for the RelaySigner, whose node packs it into one to the RelayHub. Nonces are the hub's, counted for each node.
 */
export function createRelaySubmitter(options: RelaySubmitterOptions): Submitter {
  const { client, nodeAddress, expirationSeconds, gasAllowance, blockWaitMs = 10_000 } = options;
  const account = privateKeyToAccount(options.privateKey);
  const address = lowerHex(account.address);
  const relay = createRelayClient(client, options.relaySignerUrl);
  const ledger = createNonceLedger(relay, address);
  const carried = createCarried<Carriage>();
  const enqueue = createQueue();

  async function withTail(data: Hex): Promise<Hex> {
    const expiration = BigInt(await deadlineIn(client, expirationSeconds));
    const types = [{ type: 'address' }, { type: 'uint256' }] as const;
    return concat([data, encodeAbiParameters(types, [nodeAddress, expiration])]);
  }

  async function sendOnce({ to, data }: Carriage, gas: bigint): Promise<Hash> {
    const nonce = await ledger.next();
    // Without a chain id: the tail has to be the end of what is signed.
    const raw = await account.signTransaction({
      ...{ type: 'legacy', nonce, gas, gasPrice: 0n },
      ...{ data: await withTail(data), ...(to === undefined ? {} : { to }) },
    });
    const hash = await sendToRelay(relay, raw, nodeAddress);
    ledger.used(nonce, hash);
    return hash;
  }

  async function gasFor({ to, data, gas }: Carriage): Promise<bigint> {
    const tailed = await withTail(data);
    if (gas !== undefined) return fitGas(tailed, gasAllowance, { given: gas });
    const transaction = { data: tailed, ...(to === undefined ? {} : { to }) };
    return fitGas(tailed, gasAllowance, { estimate: await askGas(client, address, transaction) });
  }

  async function carry(carriage: Carriage): Promise<Hash> {
    const gas = await gasFor(carriage);
    for (let attempt = 1; ; attempt++) {
      const block = await newestBlock(client);
      try {
        return await sendOnce(carriage, gas);
      } catch (error) {
        ledger.forget();
        const reason = error instanceof EslabonError ? error.details.reason : undefined;
        if (attempt === attempts) throw error;
        if (reason === 'BadNonce') continue;
        if (!untilNextBlock.has(reason) || !(await nextBlock(client, block, blockWaitMs))) throw error;
      }
    }
  }

  async function submit(carriage: Carriage): Promise<{ hash: Hash }> {
    const hash = await enqueue(() => carry(carriage));
    carried.note(hash, carriage);
    return { hash };
  }

  async function outcome(hash: Hash): Promise<Outcome> {
    const found = await relayOutcome(relay, carried.latest(hash));
    if (found.state === 'pending') return found;
    if (found.state === 'reverted' && found.error === 'BadNonce') {
      // It was not carried out and used no nonce. Another that was sent before it was lost, or the RelaySigner forgot.
      const isRenewed = await carried.renew(hash, (carriage) => {
        ledger.forget();
        return enqueue(() => carry(carriage));
      });
      if (isRenewed) return { state: 'pending' };
    }
    carried.forget(hash);
    return found;
  }

  return { carrier: address, submit, deploy: (code) => submit({ data: code }), outcome };
}
