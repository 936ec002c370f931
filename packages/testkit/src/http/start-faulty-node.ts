import type { RpcCall, RpcReply } from './serve-json-rpc.js';
import { serveJsonRpc } from './serve-json-rpc.js';

/** What is wrong with a node. Nothing, when empty. */
export interface NodeFaults {
  /** Answers with HTTP 502. */
  isDown?: boolean;
  /** Takes questions and never answers. */
  hangs?: boolean;
  /** Does what it is asked by these methods and never says so. */
  keepsSilentOn?: readonly string[];
  /** Has not got the blocks after this one yet. */
  head?: number;
  /** Keeps the state of so many blocks, the newest included, and serves no proofs of older ones. */
  statesKept?: number;
  /** Gives another result than the node behind it. */
  change?: (method: string, result: unknown, params: readonly unknown[]) => unknown;
}

export interface FaultyNode {
  rpcUrl: string;
  /** May be set at any time; holds for the questions that come then. */
  faults: NodeFaults;
  /** Methods asked so far, in their order. */
  asked: string[];
  close(): Promise<void>;
}

/** A node that passes questions on to a real one, and has faults. */
export async function startFaultyNode(nodeUrl: string, faults: NodeFaults = {}): Promise<FaultyNode> {
  const asked: string[] = [];
  let id = 0;

  async function ask(method: string, params: readonly unknown[]): Promise<RpcReply> {
    const body = JSON.stringify({ jsonrpc: '2.0', id: ++id, method, params });
    const headers = { 'content-type': 'application/json' };
    return (await (await fetch(nodeUrl, { method: 'POST', headers, body })).json()) as RpcReply;
  }

  async function answer(call: RpcCall): Promise<unknown> {
    asked.push(call.method);
    const { isDown, hangs, keepsSilentOn, change } = node.faults;
    if (isDown) throw new Error('the node is down');
    if (hangs) return new Promise(() => undefined);
    const params = withHead(call, node.faults.head);
    if (params === undefined) return { jsonrpc: '2.0', id: call.id, result: null };
    if (call.method === 'eth_getProof' && (await isPruned(params[2]))) {
      return { jsonrpc: '2.0', id: call.id, error: { code: -32_000, message: 'World state unavailable' } };
    }
    const reply = { ...(await ask(call.method, params)), id: call.id };
    if (keepsSilentOn?.includes(call.method)) return new Promise(() => undefined);
    return 'result' in reply && change
      ? { ...reply, result: change(call.method, reply.result, params) }
      : reply;
  }

  async function isPruned(block: unknown): Promise<boolean> {
    const { statesKept, head } = node.faults;
    if (statesKept === undefined) return false;
    const newest = head ?? Number((await ask('eth_blockNumber', [])).result);
    return Number(block) <= newest - statesKept;
  }

  const server = await serveJsonRpc(0, answer);
  const node: FaultyNode = {
    rpcUrl: `http://127.0.0.1:${server.port}`,
    faults,
    asked,
    close: server.close,
  };
  return node;
}

/** The parameters as a node takes them whose newest block is `head`; `undefined` when it has not got that block. */
function withHead(
  { method, params = [] }: RpcCall,
  head: number | undefined,
): readonly unknown[] | undefined {
  if (head === undefined) return params;
  const at = method === 'eth_getBlockByNumber' ? 0 : method === 'eth_getProof' ? 2 : undefined;
  if (at === undefined) return params;
  const own = params[at] === 'latest' ? `0x${head.toString(16)}` : params[at];
  return Number(own) > head ? undefined : params.with(at, own);
}
