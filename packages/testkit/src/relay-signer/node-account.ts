import type { Address, Hash, Hex } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import { numberToHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { Node } from '../standard-state/node.js';

/** The account of a writer node, which sends one transaction after the other. */
export interface NodeAccount {
  address: Address;
  send(transaction: { to: Address; data: Hex; gas: bigint }): Promise<Hash>;
}

export async function openNodeAccount(node: Node, privateKey: Hex): Promise<NodeAccount> {
  const account = privateKeyToAccount(privateKey);
  const address = lowerHex(account.address);
  const chainId = Number(await node.ask('eth_chainId', []));
  let nonce = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function send(transaction: { to: Address; data: Hex; gas: bigint }): Promise<Hash> {
    const counted = Number(await node.ask('eth_getTransactionCount', [address, 'pending']));
    nonce = Math.max(nonce, counted);
    const raw = await account.signTransaction({
      ...transaction,
      type: 'legacy',
      chainId,
      nonce,
      gasPrice: 0n,
    });
    const hash = (await node.ask('eth_sendRawTransaction', [raw])) as Hash;
    nonce += 1;
    return hash;
  }

  return {
    address,
    send(transaction) {
      const sent = last.then(() => send(transaction));
      last = sent.catch(() => undefined);
      return sent;
    },
  };
}

/** A call as `eth_call` takes it. */
export function callFrom(from: Address, to: Address, data: Hex, gas?: bigint) {
  return { from, to, data, gasPrice: '0x0', ...(gas === undefined ? {} : { gas: numberToHex(gas) }) };
}
