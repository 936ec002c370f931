import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError, lowerHex } from '@eslabon/core';
import { concat, encodeAbiParameters, keccak256 } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { createQueue } from '../create-queue.js';
import type { CarrierOptions } from '../create-submitter.js';
import { deadlineIn } from '../deadline-in.js';
import { askGas } from '../estimate-gas.js';
import { newestBlock, nextBlock } from '../next-block.js';
import { createNonceLedger } from '../nonce-ledger.js';
import type { Announce, Outcome, SignedCreation, Submitter } from '../submitter.js';
import { createCarried } from './carried.js';
import type { Creation } from './find-creation.js';
import { fitGas } from './gas-rule.js';
import { createRelayClient } from './relay-client.js';
import { relayOutcome } from './relay-outcome.js';
import { resumeCreation } from './resume-creation.js';
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
  /**
   * Milliseconds to wait for the next block when this one's gas is used up, or for the node of `client` when it is behind
   * that of the RelaySigner; 10,000 when absent.
   */
  blockWaitMs?: number;
}

/** A call, or a creation when `to` is absent. */
interface Carriage {
  to?: Address;
  data: Hex;
  gas?: bigint;
  announce?: Announce | undefined;
  /** What was handed over last of a creation. */
  signed?: SignedCreation;
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

  async function sendOnce(carriage: Carriage, gas: bigint, nonce: number): Promise<Hash> {
    const { to, data, announce } = carriage;
    // Without a chain id: the tail has to be the end of what is signed.
    const raw = await account.signTransaction({
      ...{ type: 'legacy', nonce, gas, gasPrice: 0n },
      ...{ data: await withTail(data), ...(to === undefined ? {} : { to }) },
    });
    if (to === undefined) {
      carriage.signed = { transaction: keccak256(raw), raw, block: await newestBlock(client) };
      await announce?.(carriage.signed);
    }
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
        return await sendOnce(carriage, gas, await ledger.next());
      } catch (error) {
        ledger.forget();
        if (attempt === attempts) throw error;
        if (reasonOf(error) === 'BadNonce') {
          const found = await find(carriage.signed);
          if (found !== undefined) return found;
        } else if (!isForNow(error) || !(await nextBlock(client, block, blockWaitMs))) throw error;
      }
    }
  }

  /**
   * Looks for a creation whose nonce is used, perhaps by itself: the RelaySigner may have got it twice. A contract must
   * not be created twice; of an instruction the registries take care.
   */
  async function find(signed: SignedCreation | undefined): Promise<Hash | undefined> {
    if (signed === undefined) return undefined;
    const carryAs = ({ code, nonce }: Creation, gas: bigint) => sendOnce({ data: code }, gas, nonce);
    const hands = { client, relay, nodeAddress, address, isForNow, lagMs: blockWaitMs };
    const hash = await resumeCreation({ ...hands, carry: carryAs }, signed);
    ledger.forget();
    return hash;
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
      // This one used no nonce. Another that was sent before it was lost, or the RelaySigner forgot.
      const isRenewed = await carried.renew(hash, (carriage) => {
        ledger.forget();
        return enqueue(async () => (await find(carriage.signed)) ?? carry(carriage));
      });
      if (isRenewed) return { state: 'pending' };
    }
    carried.forget(hash);
    return found;
  }

  return {
    carrier: address,
    submit,
    deploy: (code, announce) => submit({ data: code, announce }),
    async resume(signed) {
      const hash = await enqueue(() => find(signed));
      return hash && { hash };
    },
    outcome,
  };
}

function reasonOf(error: unknown): unknown {
  return error instanceof EslabonError ? error.details.reason : undefined;
}

function isForNow(error: unknown): boolean {
  return untilNextBlock.has(reasonOf(error));
}
