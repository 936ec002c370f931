import type { Hex } from '@eslabon/core';
import { startRelaySigner, testAccount } from '@eslabon/testkit';
import { afterEach, describe, expect, it } from '@jest/globals';
import { encodeEventTopics, keccak256 } from 'viem';
import type { ChainClient } from '../../client/create-chain-client.js';
import type { InterruptedRelay } from '../../testing/interrupt-creation.js';
import { startInterruptedRelay } from '../../testing/interrupt-creation.js';
import { node } from '../../testing/start-relay-submitter.js';
import { awaitOutcome } from '../await-outcome.js';
import { createDirectSubmitter } from '../create-direct-submitter.js';
import { relayHubAbi } from './hub-abi.js';

const running: InterruptedRelay[] = [];

afterEach(async () => {
  for (const relay of running.splice(0)) await relay.stop();
});

async function interrupted(...parameters: Parameters<typeof startInterruptedRelay>) {
  const relay = await startInterruptedRelay(...parameters);
  running.push(relay);
  return relay;
}

describe('a creation that was signed for a relay', () => {
  it('and never handed over is carried with the nonce that it had', async () => {
    const { finish, nonceInHub, sentByNode, client } = await interrupted();
    const sent = await sentByNode();
    const { address } = await finish();
    expect(await client.request('eth_getCode', [address, 'latest'])).toBe('0x00');
    expect(await nonceInHub()).toBe(1);
    expect(await sentByNode()).toBe(sent + 1);
  });

  it('and carried while the answer was lost is found and not sent again', async () => {
    const { finish, earlier, submitter, sendRaw, sentByNode, nonceInHub } = await interrupted();
    const outcome = await awaitOutcome(submitter, await sendRaw(earlier.raw), { pollMs: 5 });
    const sent = await sentByNode();
    expect(await finish()).toMatchObject({ address: (outcome as { contract: Hex }).contract });
    expect(await sentByNode()).toBe(sent);
    expect(await nonceInHub()).toBe(1);
  });

  it.each([false, true])('and is on its way is waited for (tried first: %s)', async (triesFirst) => {
    const relay = await interrupted(undefined, { triesFirst });
    const { finish, earlier, sendRaw, client, nonceInHub, submitter, untilPending } = relay;
    await client.request('evm_setAutomine', [false]);
    const hash = await sendRaw(earlier.raw);
    const finished = finish();
    // Only once it was looked for in vain and handed over again.
    await untilPending(2);
    await client.request('evm_mine');
    const first = await submitter.outcome(hash);
    expect(await finished).toMatchObject({ address: (first as { contract: Hex }).contract });
    expect(await nonceInHub()).toBe(1);
  });

  it('and has expired since is carried with a new expiration', async () => {
    const { finish, earlier, sendRaw, client, nonceInHub } = await interrupted();
    const { timestamp } = (await client.request('eth_getBlockByNumber', ['latest', false])) as Record<
      string,
      Hex
    >;
    await client.request('evm_setNextBlockTimestamp', [Number(timestamp) + 100_000]);
    await client.request('evm_mine');
    await expect(sendRaw(earlier.raw)).rejects.toMatchObject({ code: 'CHAIN_SENDER_NOT_PERMITTED' });
    await finish();
    expect(await nonceInHub()).toBe(1);
  });

  it('is told from another creation of the account', async () => {
    const { finish, sendRaw, signInner, submitter, nonceInHub, client } = await interrupted();
    // Creates a contract whose code is two STOPs.
    const data: Hex = '0x6002600081600a8239f30000';
    const outcome = await awaitOutcome(submitter, await sendRaw(await signInner({ nonce: 0, data })), {
      pollMs: 5,
    });
    const { address } = await finish();
    expect(address).not.toBe((outcome as { contract: Hex }).contract);
    expect(await client.request('eth_getCode', [address, 'latest'])).toBe('0x00');
    expect(await nonceInHub()).toBe(2);
  });

  it('and that the hub refuses is signed anew, and then says why', async () => {
    const { finish, nonceInHub, sentByNode } = await interrupted(undefined, { maxGasBlockLimit: 40_000n });
    const sent = await sentByNode();
    await expect(finish()).rejects.toMatchObject({
      code: 'CHAIN_RELAY_REFUSED',
      message: 'A contract could not be deployed: MaxBlockGasLimit.',
      hints: [expect.stringContaining('105 gas for each byte')],
    });
    expect(await sentByNode()).toBe(sent + 2);
    expect(await nonceInHub()).toBe(0);
  });

  it('waits for the next block when this one’s gas is used up', async () => {
    const relay = await interrupted(500_000);
    const { finish, sendRaw, signInner, to, client, nonceInHub, untilPending } = relay;
    await client.request('evm_setAutomine', [false]);
    // The hub will refuse its nonce; the RelaySigner has counted its gas.
    await sendRaw(await signInner({ nonce: 7, to, gas: 150_000n }));
    const finished = finish();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await untilPending(1);
    await client.request('evm_mine');
    await client.request('evm_setAutomine', [true]);
    await finished;
    expect(await nonceInHub()).toBe(1);
  });

  it('is found although the node of reads is behind that of the RelaySigner', async () => {
    const { finish, earlier, sendRaw, client, nonceInHub, sentByNode, submitter } = await interrupted();
    const outcome = await awaitOutcome(submitter, await sendRaw(earlier.raw), { pollMs: 5 });
    const sent = await sentByNode();
    let asked = 0;
    const behind: ChainClient = {
      ...client,
      request: async (method, params) =>
        method === 'eth_getLogs' && ++asked < 4 ? [] : client.request(method, params),
    };
    const { address } = await finish({ client: behind, blockWaitMs: 20_000 });
    expect(address).toBe((outcome as { contract: Hex }).contract);
    expect(asked).toBe(4);
    expect(await sentByNode()).toBe(sent);
    expect(await nonceInHub()).toBe(1);
  });

  it('is not found in what somebody else lets look like it', async () => {
    const { finish, earlier, sendRaw, client, to, hub, nonceInHub, submitter } = await interrupted();
    // The real one is on the chain before the forged one is, but the search begins after it.
    const hash = await sendRaw(earlier.raw);
    const real = (await awaitOutcome(submitter, hash, { pollMs: 5 })) as {
      contract: Hex;
      blockNumber: number;
    };
    const { input } = (await client.request('eth_getTransactionByHash', [hash])) as { input: Hex };
    expect(input.startsWith('0x3ef54cef')).toBe(true);
    const args = { relay: node.address, from: submitter.carrier };
    const topics = encodeEventTopics({ abi: relayHubAbi, eventName: 'ContractDeployed', args });
    const pushes = [...topics].reverse().map((topic) => `7f${(topic as Hex).slice(2)}`);
    // Tells of a contract that is there: the hub.
    const tell = `73${hub.slice(2)}600052${pushes.join('')}60206000a300`;
    await client.request('anvil_setCode', [to, `0x${tell}`]);
    const forger = createDirectSubmitter({ client, privateKey: testAccount('forger').privateKey });
    const forged = await forger.submit({ to, data: input });
    expect(await awaitOutcome(forger, forged.hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
    const { address } = await finish({}, { ...earlier, block: real.blockNumber + 1 });
    expect([real.contract, hub]).not.toContain(address);
    expect(await nonceInHub()).toBe(2);
  });

  it('goes on with the account that signed only', async () => {
    const { finish, nonceInHub } = await interrupted();
    const { privateKey } = testAccount('somebody else');
    await expect(finish({ privateKey })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      hints: [expect.stringContaining('key of the first run')],
    });
    expect(await nonceInHub()).toBe(0);
  });

  it('is refused when it is no transaction', async () => {
    const { finish, earlier, nonceInHub } = await interrupted();
    const raw: Hex = `${earlier.raw.slice(0, -2)}` as Hex;
    const broken = { ...earlier, raw, transaction: keccak256(raw) };
    await expect(finish({}, broken)).rejects.toMatchObject({ code: 'DEPLOYMENT_MALFORMED' });
    expect(await nonceInHub()).toBe(0);
  });

  it('needs a RelaySigner that answers', async () => {
    const { finish, signer, anvil, hub, config, nonceInHub } = await interrupted();
    const port = Number(new URL(signer.url).port);
    await signer.close();
    await expect(finish()).rejects.toMatchObject({ code: 'CHAIN_UNREACHABLE' });
    const { gasAllowance } = config;
    const again = await startRelaySigner({
      ...{ nodeUrl: anvil.rpcUrl, hub, nodeKey: node.privateKey, gasAllowance, port },
    });
    try {
      await finish();
      expect(await nonceInHub()).toBe(1);
    } finally {
      await again.close();
    }
  });
});
