import type { Address } from '@eslabon/core';
import type { Anvil } from '@eslabon/testkit';
import type { Hex } from 'viem';
import type { ChainClient } from '../../client/create-chain-client.js';
import { decodeRevert } from '../../reverts/decode-revert.js';
import type { Call } from '../../submit/submitter.js';
import type { OrderBlock } from './order.js';

/** What became of a call: the contract's error and its code when it was refused. */
type CallOutcome = { error: string; code: string } | undefined;

interface Receipt {
  transactionIndex: Hex;
  transactionHash: Hex;
  status: Hex;
}

interface Trace {
  output?: Hex;
}

/** Enough for any instruction here; a block of 30 million takes 50 of them. */
const gasLimit = 500_000;

export interface BatchCarrier {
  /** Mines all calls in one block, in their order, and tells what became of each. */
  carry(calls: readonly Call[], block: OrderBlock): Promise<CallOutcome[]>;
}

/**
 * Puts many calls into a block. It asks the node itself, and many things at once: ten thousand instructions one by one
 * would take too long. Its account is one of the node's own, which signs for it.
 */
export async function createBatchCarrier(
  anvil: Pick<Anvil, 'nodeUrl'>,
  client: ChainClient,
): Promise<BatchCarrier> {
  async function askMany<T>(questions: readonly { method: string; params: unknown[] }[]): Promise<T[]> {
    const body = JSON.stringify(questions.map((each, id) => ({ jsonrpc: '2.0', id, ...each })));
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(anvil.nodeUrl, { method: 'POST', headers, body });
    const replies = (await response.json()) as { id: number; result?: T; error?: { message: string } }[];
    return replies
      .sort((a, b) => a.id - b.id)
      .map(({ id, result, error }) => {
        if (error) throw new Error(`${questions[id]?.method}: ${error.message}`);
        return result as T;
      });
  }
  const ask = async <T>(method: string, ...params: unknown[]): Promise<T> =>
    (await askMany<T>([{ method, params }]))[0] as T;

  const [from] = await ask<Address[]>('eth_accounts');
  let nonce = Number(await ask<Hex>('eth_getTransactionCount', from, 'latest'));
  await ask('evm_setAutomine', false);

  async function reasons(failed: readonly Receipt[]): Promise<CallOutcome[]> {
    if (failed.length === 0) return [];
    const traces = await askMany<Trace>(
      failed.map(({ transactionHash }) => ({
        method: 'debug_traceTransaction',
        params: [transactionHash, { tracer: 'callTracer', tracerConfig: { onlyTopCall: true } }],
      })),
    );
    return traces.map(({ output }) => {
      const { code, details } = decodeRevert(output ?? '0x');
      return { error: String(details.error), code };
    });
  }

  return {
    async carry(calls, { number, timestamp }) {
      const common = { from, gas: `0x${gasLimit.toString(16)}`, gasPrice: '0x0' };
      await askMany(
        calls.map(({ to, data }) => ({
          method: 'eth_sendTransaction',
          params: [{ ...common, to, data, nonce: `0x${(nonce++).toString(16)}` }],
        })),
      );
      await ask('evm_setNextBlockTimestamp', timestamp);
      // Through the front, which takes in what was mined while the next block is prepared. It must not fall behind for
      // long: whoever asks it next waits for all of it.
      await client.request('evm_mine');
      if (number % 8 === 0) await client.request('eth_getBlockByNumber', ['latest', false]);
      const receipts = await ask<Receipt[]>('eth_getBlockReceipts', `0x${number.toString(16)}`);
      if (receipts.length !== calls.length) {
        throw new Error(`Block ${number} has ${receipts.length} of ${calls.length} transactions.`);
      }
      receipts.sort((a, b) => Number(a.transactionIndex) - Number(b.transactionIndex));
      const failed = receipts.filter(({ status }) => status !== '0x1');
      const found = await reasons(failed);
      return receipts.map((receipt) => found[failed.indexOf(receipt)]);
    },
  };
}
