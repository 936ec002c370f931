import { relayHubDoubleAbi } from '@eslabon/did-registry/doubles';
import { testAccount } from '@eslabon/testkit';
import type { Hex } from 'viem';
import { concat, encodeFunctionData, pad, toHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { RelaySubmitterOptions } from '../submit/relay/create-relay-submitter.js';
import { createRelaySubmitter } from '../submit/relay/create-relay-submitter.js';
import { createRelayClient } from '../submit/relay/relay-client.js';
import { sendToRelay } from '../submit/relay/send-to-relay.js';
import { startRelay } from './start-hub.js';

const carrier = testAccount('carrier');

/** Account of the node that carries. */
export const node = testAccount('writer node');

/** A relay with a submitter, and hands to go past the submitter. For tests. */
export async function startRelaySubmitter(...parameters: Parameters<typeof startRelay>) {
  const relay = await startRelay(...parameters);
  const { client, hub, config } = relay;
  // Where every call succeeds: its code is one STOP.
  const to = testAccount('sink').address;
  await client.request('anvil_setCode', [to, '0x00']);
  const viaRelay = createRelayClient(client, config.relaySignerUrl);
  const submitterWith = (options: Partial<RelaySubmitterOptions> = {}) =>
    createRelaySubmitter({
      ...{ ...config, client, privateKey: carrier.privateKey, blockWaitMs: 5000 },
      ...options,
    });
  return {
    ...relay,
    to,
    submitter: submitterWith(),
    submitterWith,
    /** Hands what was signed to the RelaySigner. */
    sendRaw: (raw: Hex) => sendToRelay(viaRelay, raw, node.address),
    /** How many transactions of the node are mined. */
    sentByNode: async () => Number(await client.request('eth_getTransactionCount', [node.address, 'latest'])),
    /** Nonce that the hub expects of the carrying account through the node. */
    async nonceInHub() {
      const args = [carrier.address] as const;
      const data = encodeFunctionData({ abi: relayHubDoubleAbi, functionName: 'getNonce', args });
      return Number(await client.request('eth_call', [{ from: node.address, to: hub, data }, 'latest']));
    },
    /** Signs an inner transaction as the carrying account, with a good tail. */
    signInner(parts: { nonce: number; to?: Hex; gas?: bigint; data?: Hex }) {
      const { data = '0x', gas = 100_000n, nonce, to: recipient } = parts;
      const expiration = toHex(Math.floor(Date.now() / 1000) + 600, { size: 32 });
      return privateKeyToAccount(carrier.privateKey).signTransaction({
        ...{ type: 'legacy', nonce, gas, gasPrice: 0n },
        data: concat([data, pad(node.address), expiration]),
        ...(recipient === undefined ? {} : { to: recipient }),
      });
    },
  };
}

export type TestRelaySubmitter = Awaited<ReturnType<typeof startRelaySubmitter>>;
