import { setTimeout as sleep } from 'node:timers/promises';
import type { Address, Hex } from '@eslabon/core';
import type { RpcCall, RpcReply } from '../http/serve-json-rpc.js';
import { serveJsonRpc } from '../http/serve-json-rpc.js';
import { keepTime } from '../seal/keep-time.js';
import type { SealSchedule } from '../seal/seal-schedule.js';
import { sealedHeaders } from '../seal/sealed-headers.js';
import { plainHeaders } from './header-form.js';
import { createJournal } from './journal.js';
import { connectNode } from './node.js';
import { StandardChain } from './standard-chain.js';

export interface Front {
  close(): Promise<void>;
}

export interface FrontOptions {
  /** Where this one listens. */
  port: number;
  /** The node behind it. */
  nodeUrl: string;
  journalPath: string | undefined;
  /** Puts sealed headers of a BFT protocol in the place of the node's. */
  seal?: SealSchedule | undefined;
}

/** Methods whose answers name blocks or state roots. */
const namesBlocks = /^eth_(getBlock|getLogs|getTransactionBy|getTransactionReceipt|getFilter|getUncle)/;

const closeLimitMs = 5_000;

const changesChain = /^(eth_send|evm_|anvil_|hardhat_)/;

/**
 * Stands between clients and anvil and puts right what anvil has wrong: it counts every slot that was ever touched as
 * an entry of the storage trie, also when its value is zero (found in 1.7.1). Its state roots, block hashes and proofs
 * are therefore not those of Ethereum, and what is rebuilt from facts can never equal them. Everything else is passed
 * through.
 */
export async function startFront({ port, nodeUrl, journalPath, seal }: FrontOptions): Promise<Front> {
  const node = connectNode(nodeUrl);
  const headers = seal === undefined ? plainHeaders : sealedHeaders(seal);
  const chain = new StandardChain(node, createJournal(journalPath), headers);
  await chain.follow();
  const time = seal === undefined ? undefined : await keepTime(node, seal.behind);

  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function answer(call: RpcCall): Promise<unknown> {
    if (call.method === 'eth_getProof') {
      await chain.follow();
      return proofAnswer(chain, call);
    }
    const isChange = changesChain.test(call.method);
    const forward = async (asked: RpcCall) =>
      (await node.forward({ ...asked, params: chain.toTheirs(asked.params) })) as RpcReply;
    // Changes one after the other, since the time that is set is that of the next block, whoever makes it; and none
    // while blocks are taken in: anvil 1.7.1 has been seen to stop for good when it mined and traced at the same time.
    const change = async () => {
      await chain.idle();
      return forward((await time?.before(call)) ?? call);
    };
    const reply = isChange ? await inTurn(change) : await forward(call);
    // Taken in as they are mined, so that no later question waits for many; trouble shows with the next question.
    if (isChange) chain.follow().catch(() => undefined);
    if (!namesBlocks.test(call.method) || reply.result === undefined) return reply;
    await chain.follow();
    return { ...reply, result: await chain.toOurs(reply.result) };
  }

  const server = await serveJsonRpc(port, answer);
  return {
    async close() {
      // A node that answers nothing any more must not keep anybody from ending it.
      await Promise.race([
        chain.follow().catch(() => undefined),
        sleep(closeLimitMs, undefined, { ref: false }),
      ]);
      await server.close();
    },
  };
}

function proofAnswer(chain: StandardChain, { id, params = [] }: RpcCall): unknown {
  const [address, slots, block] = params as [Address, Hex[], string];
  const result = chain.prove(address.toLowerCase() as Address, slots, block ?? 'latest');
  return result === undefined
    ? { jsonrpc: '2.0', id, error: { code: -32602, message: `block ${block} is not known` } }
    : { jsonrpc: '2.0', id, result };
}
