import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { Address, Hex } from '@eslabon/core';
import { createJournal } from './journal.js';
import type { Ask } from './read-diff.js';
import { StandardChain } from './standard-chain.js';

interface RpcCall {
  id?: unknown;
  method: string;
  params?: unknown[];
}

export interface Front {
  close(): Promise<void>;
}

export interface FrontOptions {
  /** Where this one listens. */
  port: number;
  /** The node behind it. */
  nodeUrl: string;
  journalPath: string | undefined;
}

/** Methods whose answers name blocks or state roots. */
const namesBlocks = /^eth_(getBlock|getLogs|getTransactionBy|getTransactionReceipt|getFilter|getUncle)/;

/**
 * Stands between clients and anvil and puts right what anvil has wrong: it counts every slot that was ever touched as
 * an entry of the storage trie, also when its value is zero (found in 1.7.1). Its state roots, block hashes and proofs
 * are therefore not those of Ethereum, and what is rebuilt from facts can never equal them. Everything else is passed
 * through.
 */
export async function startFront({ port, nodeUrl, journalPath }: FrontOptions): Promise<Front> {
  const chain = new StandardChain(asker(nodeUrl), createJournal(journalPath));
  await chain.follow();

  async function answer(call: RpcCall): Promise<unknown> {
    if (call.method === 'eth_getProof') {
      await chain.follow();
      return proofAnswer(chain, call);
    }
    const reply = await forward(nodeUrl, { ...call, params: chain.toTheirs(call.params) as unknown[] });
    if (!namesBlocks.test(call.method)) return reply;
    await chain.follow();
    return chain.toOurs(reply);
  }

  const server = createServer((request, response) => {
    readBody(request)
      .then(async (body) => {
        const calls = JSON.parse(body) as RpcCall | RpcCall[];
        const reply = Array.isArray(calls) ? await Promise.all(calls.map(answer)) : await answer(calls);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(reply));
      })
      .catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  await listen(server, port);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function proofAnswer(chain: StandardChain, { id, params = [] }: RpcCall): unknown {
  const [address, slots, block] = params as [Address, Hex[], string];
  const result = chain.prove(address.toLowerCase() as Address, slots, block ?? 'latest');
  return result === undefined
    ? { jsonrpc: '2.0', id, error: { code: -32602, message: `block ${block} is not known` } }
    : { jsonrpc: '2.0', id, result };
}

function asker(nodeUrl: string): Ask {
  return async (method, params) => {
    const { result, error } = (await forward(nodeUrl, { id: 1, method, params: [...params] })) as {
      result: unknown;
      error?: { message: string };
    };
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}

async function forward(nodeUrl: string, call: RpcCall): Promise<unknown> {
  const response = await fetch(nodeUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', ...call }),
  });
  return response.json();
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
