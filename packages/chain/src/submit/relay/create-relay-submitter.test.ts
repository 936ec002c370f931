import { relayHubDoubleAbi } from '@eslabon/did-registry/doubles';
import { startRelaySigner, testAccount } from '@eslabon/testkit';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Hex } from 'viem';
import { decodeFunctionData, fromRlp, pad } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { deployThrough } from '../../deploy/deploy-through.js';
import { ingress } from '../../testing/start-hub.js';
import type { TestRelaySubmitter } from '../../testing/start-relay-submitter.js';
import { node, startRelaySubmitter } from '../../testing/start-relay-submitter.js';
import { awaitOutcome } from '../await-outcome.js';

const { privateKey } = testAccount('carrier');
const running: TestRelaySubmitter[] = [];

afterEach(async () => {
  for (const relay of running.splice(0)) await relay.stop();
});

async function start(...parameters: Parameters<typeof startRelaySubmitter>) {
  const relay = await startRelaySubmitter(...parameters);
  running.push(relay);
  return relay;
}

/** Creates a contract whose code is one STOP. */
const sink: Hex = '0x6001600081600a8239f300';

/** Code that reverts without a reason. */
const trap: Hex = '0x60006000fd';

describe('a relayed transaction', () => {
  it('is known by the hash of the hub’s; its address and its inner result come from the relay', async () => {
    const relay = await start();
    const { client, submitter, hub } = relay;
    const { hash } = await submitter.deploy(sink);
    const outcome = await awaitOutcome(submitter, hash, { pollMs: 5 });
    expect(outcome).toMatchObject({ state: 'mined', contract: expect.stringMatching(/^0x[0-9a-f]{40}$/) });
    expect(await client.request('eth_getTransactionByHash', [hash])).toMatchObject({
      ...{ from: node.address, to: hub, gasPrice: '0x0', type: '0x0' },
      input: expect.stringMatching(/^0x3ef54cef/),
    });
    const { contract } = outcome as { contract: Hex };
    const called = await submitter.submit({ to: contract, data: '0xabcd' });
    expect(await awaitOutcome(submitter, called.hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
    expect(await client.request('eth_getTransactionByHash', [called.hash])).toMatchObject({
      input: expect.stringMatching(/^0x1416862c/),
    });
  });

  it('has failed when the call inside reverted, although Besu says that all is well', async () => {
    const relay = await start();
    const { client, submitter } = relay;
    // Creation code that returns code which reverts.
    const reverting = (await deployThrough(client, submitter, '0x6005600c60003960056000f360006000fd'))
      .address;
    const { hash } = await submitter.submit({ to: reverting, data: '0x', gas: 50_000n });
    expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toEqual({
      state: 'reverted',
      code: 'CHAIN_REVERTED',
      error: 'NoReasonGiven',
    });
    expect(await client.request('eth_getTransactionReceipt', [hash])).toMatchObject({ status: '0x1' });
  });

  it('has failed when the creation inside left nothing', async () => {
    const relay = await start();
    const { submitter, client } = relay;
    await expect(submitter.deploy(trap)).rejects.toMatchObject({ code: 'CHAIN_REVERTED' });
    const hash = await relay.sendRaw(await relay.signInner({ nonce: 0, data: trap }));
    expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toMatchObject({
      state: 'reverted',
      code: 'CHAIN_REVERTED',
    });
    expect(await client.request('eth_getTransactionReceipt', [hash])).toMatchObject({ status: '0x1' });
  });

  it('is signed without a chain id, with node and expiration at its end', async () => {
    const { client, submitter, to } = await start();
    const least = Math.floor(Date.now() / 1000) + 600;
    const { hash } = await submitter.submit({ to, data: '0xc0ffee' });
    const { input } = (await client.request('eth_getTransactionByHash', [hash])) as { input: Hex };
    const { functionName, args } = decodeFunctionData({ abi: relayHubDoubleAbi, data: input });
    expect(functionName).toBe('relayMetaTx');
    const [, signingData, v] = args as [bigint, Hex, number, Hex, Hex];
    expect([27, 28]).toContain(v);
    // Six fields: with a chain id there would be nine.
    const [nonce, gasPrice, , recipient, value, data] = fromRlp(signingData) as Hex[];
    expect([nonce, gasPrice, recipient, value]).toEqual(['0x', '0x', to, '0x']);
    expect(fromRlp(signingData)).toHaveLength(6);
    expect(data?.slice(0, 72)).toBe(`0xc0ffee${pad(node.address).slice(2)}`);
    expect(Number(`0x${data?.slice(72)}`)).toBeGreaterThanOrEqual(least);
  });
});

describe('what the network does not take', () => {
  it.each([
    ['an expired tail', { expirationSeconds: -3600 }],
    ['the tail of another node', { nodeAddress: testAccount('another node').address }],
  ])('is %s', async (_, wrong) => {
    const relay = await start();
    const { to } = relay;
    const sent = await relay.sentByNode();
    await expect(relay.submitterWith(wrong).submit({ to, data: '0x' })).rejects.toMatchObject({
      code: 'CHAIN_SENDER_NOT_PERMITTED',
      hints: [expect.stringContaining('clock'), expect.anything()],
    });
    expect(await relay.sentByNode()).toBe(sent);
    // And the nonce is still free.
    const { hash } = await relay.submitter.submit({ to, data: '0x' });
    expect(await awaitOutcome(relay.submitter, hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
  });

  it('is a transaction with a chain id', async () => {
    const { sendRaw } = await start();
    const raw = await privateKeyToAccount(privateKey).signTransaction({
      ...{ type: 'legacy', nonce: 0, gas: 100_000n, gasPrice: 0n, data: '0x', to: ingress, chainId: 648540 },
    });
    await expect(sendRaw(raw)).rejects.toMatchObject({
      code: 'CHAIN_RELAY_REFUSED',
      details: { reason: 'InvalidSignature' },
    });
  });
});

describe('nonces', () => {
  it.each([false, true])(
    'lost to another user of the account are put right (tried first: %s)',
    async (triesFirst) => {
      const relay = await start(undefined, { triesFirst });
      const { client, hub } = relay;
      const { to } = relay;
      await client.request('evm_setAutomine', [false]);
      // A second RelaySigner of the same node does not know what the first has on its way.
      const second = await startRelaySigner({
        ...{ nodeUrl: relay.anvil.rpcUrl, hub, nodeKey: node.privateKey },
        ...{ gasAllowance: relay.config.gasAllowance, triesFirst },
      });
      try {
        const other = relay.submitterWith({ relaySignerUrl: second.url });
        const one = await relay.submitter.submit({ to, data: '0x01', gas: 50_000n });
        const two = await other.submit({ to, data: '0x02', gas: 50_000n });
        await client.request('evm_mine');
        await client.request('evm_setAutomine', [true]);
        expect(await awaitOutcome(relay.submitter, one.hash, { pollMs: 5 })).toMatchObject({
          state: 'mined',
        });
        expect(await awaitOutcome(other, two.hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
        expect(await relay.nonceInHub()).toBe(2);
      } finally {
        await second.close();
      }
    },
  );

  it('go on when the RelaySigner forgot what is on its way', async () => {
    const relay = await start();
    const { client, hub } = relay;
    const { to } = relay;
    await client.request('evm_setAutomine', [false]);
    const port = Number(new URL(relay.signer.url).port);
    const sent = [];
    for (let i = 0; i < 2; i++) sent.push(await relay.submitter.submit({ to, data: '0x', gas: 50_000n }));
    await relay.signer.close();
    const { gasAllowance } = relay.config;
    const nodeUrl = relay.anvil.rpcUrl;
    const again = await startRelaySigner({ nodeUrl, hub, nodeKey: node.privateKey, gasAllowance, port });
    try {
      sent.push(await relay.submitter.submit({ to, data: '0x', gas: 50_000n }));
      await client.request('evm_mine');
      for (const { hash } of sent)
        expect(await awaitOutcome(relay.submitter, hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
      expect(await relay.nonceInHub()).toBe(3);
    } finally {
      await again.close();
    }
  });

  it('make a replay of the signed transaction harmless', async () => {
    const relay = await start();
    const { to } = relay;
    const raw = await relay.signInner({ nonce: 0, to });
    const [first, second] = [await relay.sendRaw(raw), await relay.sendRaw(raw)];
    expect(await awaitOutcome(relay.submitter, first, { pollMs: 5 })).toMatchObject({ state: 'mined' });
    // A submitter that has not sent it knows no call to send again.
    expect(await awaitOutcome(relay.submitter, second, { pollMs: 5 })).toEqual({
      state: 'reverted',
      code: 'CHAIN_RELAY_REFUSED',
      error: 'BadNonce',
      hints: [expect.stringContaining('Submit again')],
    });
    expect(await relay.nonceInHub()).toBe(1);
  });
});

describe('the RelaySigner', () => {
  it('that does not answer is unreachable, and reads go on without it', async () => {
    const relay = await start();
    const { to } = relay;
    await relay.signer.close();
    await expect(relay.submitter.submit({ to, data: '0x' })).rejects.toMatchObject({
      code: 'CHAIN_UNREACHABLE',
    });
    expect(await relay.client.request('eth_blockNumber')).toBeDefined();
  });

  it.each([
    ['IsNotContract', { to: testAccount('nobody').address }],
    ['InvalidDestination', { to: ingress }],
    ['MaxBlockGasLimit', { to: testAccount('nobody').address, gas: 3_000_000n }],
  ])('that carries what the hub refuses for %s leads to that reason', async (reason, parts) => {
    const relay = await start(undefined, { maxGasBlockLimit: 2_000_000n });
    const hash = await relay.sendRaw(await relay.signInner({ nonce: 0, ...parts }));
    expect(await awaitOutcome(relay.submitter, hash, { pollMs: 5 })).toMatchObject({
      code: 'CHAIN_RELAY_REFUSED',
      error: reason,
      hints: expect.any(Array),
    });
    expect(await relay.client.request('eth_getTransactionReceipt', [hash])).toMatchObject({ status: '0x1' });
  });
});
