import type { Address, Hash, Hex } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import { decodeFunctionResult, encodeFunctionData, numberToHex } from 'viem';
import type { RpcCall } from '../http/serve-json-rpc.js';
import { serveJsonRpc } from '../http/serve-json-rpc.js';
import { connectNode } from '../standard-state/node.js';
import { hubAbi } from './hub-abi.js';
import { callFrom, openNodeAccount } from './node-account.js';
import { readEvents, withInnerResult } from './read-events.js';
import type { MemberTransaction } from './read-member-transaction.js';
import { readMemberTransaction } from './read-member-transaction.js';
import { hubRefusals, Refusal } from './refusal.js';

export interface RelaySignerOptions {
  /** The node behind it. */
  nodeUrl: string;
  hub: Address;
  /** Of the writer node's account, to which the hub has granted gas. */
  nodeKey: Hex;
  /** Gas that the node may use in a block, as the hub granted it. */
  gasAllowance: number;
  /** Chosen among the free ports when absent. */
  port?: number;
  /** Whether it tries a transaction before it sends it, as older versions do. */
  triesFirst?: boolean;
}

export interface RelaySigner {
  url: string;
  nodeAddress: Address;
  close(): Promise<void>;
}

type Receipt = Readonly<Record<string, unknown>>;

/**
 * Stands for LACChain's RelaySigner (gas model A) with its node: takes transactions that members signed, packs each into
 * one of the node's account to the hub, and answers nonces and receipts of members. Everything else goes to the node.
 */
export async function startRelaySigner(options: RelaySignerOptions): Promise<RelaySigner> {
  const { hub, gasAllowance, triesFirst = false } = options;
  const node = connectNode(options.nodeUrl);
  const account = await openNodeAccount(node, options.nodeKey);
  /** Nonces after those that are on their way, by sender. */
  const ahead = new Map<Address, number>();
  let used = { block: 0, gas: 0n };

  async function nonceOf(sender: Address): Promise<number> {
    const data = encodeFunctionData({ abi: hubAbi, functionName: 'getNonce', args: [sender] });
    // The hub counts for each node: it has to be asked as the node.
    return Number(await node.ask('eth_call', [callFrom(account.address, hub, data), 'latest']));
  }

  async function reserveGas(gas: bigint): Promise<void> {
    const block = Number(await node.ask('eth_blockNumber', []));
    if (block !== used.block) used = { block, gas: 0n };
    if (used.gas + gas > gasAllowance) throw refusalFor(0);
    used.gas += gas;
  }

  async function requirePermission(gas: bigint, payload: Hex): Promise<void> {
    const args = [account.address, hub, 0n, 0n, gas, payload] as const;
    const data = encodeFunctionData({ abi: hubAbi, functionName: 'transactionAllowed', args });
    const answer = await node.ask('eth_call', [{ to: hub, data }, 'latest']).catch(() => '0x0');
    if (BigInt(answer as Hex) === 1n) return;
    throw new Refusal(-32007, 'Sender account not authorized to send transactions');
  }

  async function tryOut({ isDeployment, hubGas }: MemberTransaction, data: Hex): Promise<void> {
    const answer = await node.ask('eth_call', [callFrom(account.address, hub, data, hubGas), 'latest']);
    const functionName = isDeployment ? 'deployMetaTx' : 'relayMetaTx';
    const result = decodeFunctionResult({ abi: hubAbi, functionName, data: answer as Hex });
    const code = typeof result === 'number' ? result : result[0];
    if (code !== 8) throw refusalFor(code);
  }

  async function relay(raw: unknown): Promise<Hash> {
    const transaction = await readMemberTransaction(raw);
    const { from, nonce, isDeployment, hubGas, signingData, v, r, s } = transaction;
    const functionName = isDeployment ? 'deployMetaTx' : 'relayMetaTx';
    const data = encodeFunctionData({ abi: hubAbi, functionName, args: [hubGas, signingData, v, r, s] });
    if (triesFirst) await tryOut(transaction, data);
    await reserveGas(hubGas);
    await requirePermission(hubGas, data);
    const hash = await account.send({ to: hub, data, gas: hubGas });
    ahead.set(from, Math.max(ahead.get(from) ?? 0, nonce + 1));
    return hash;
  }

  async function receiptOf(hash: unknown): Promise<Receipt | null> {
    const receipt = (await node.ask('eth_getTransactionReceipt', [hash])) as Receipt | null;
    if (receipt?.to !== hub) return receipt;
    const { refused } = readEvents(receipt);
    // It used no nonce: what was counted ahead is wrong.
    if (refused) ahead.delete(lowerHex(refused.originalSender));
    return withInnerResult(receipt);
  }

  async function countOf(sender: Address, block: unknown): Promise<Hex> {
    const known = block === 'pending' ? ahead.get(sender) : undefined;
    return numberToHex(known ?? (await nonceOf(sender)));
  }

  async function answer(call: RpcCall): Promise<unknown> {
    const [first, second] = call.params ?? [];
    switch (call.method) {
      case 'eth_sendRawTransaction':
        return relay(first);
      case 'eth_getTransactionReceipt':
        return receiptOf(first);
      case 'eth_getTransactionCount':
        return countOf(lowerHex(first as string), second);
      default:
        return undefined;
    }
  }

  const server = await serveJsonRpc(options.port ?? 0, async (call) => {
    const { id } = call;
    try {
      const result = await answer(call);
      return result === undefined ? await node.forward(call) : { jsonrpc: '2.0', id, result };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { jsonrpc: '2.0', id, error: { code: error.code, message: error.message } };
    }
  });
  return {
    url: `http://127.0.0.1:${server.port}`,
    nodeAddress: account.address,
    close: server.close,
  };
}

function refusalFor(code: number): Refusal {
  const [rpcCode, message] = hubRefusals[code] ?? [-32000, `the hub answered ${code}`];
  return new Refusal(rpcCode, message);
}
