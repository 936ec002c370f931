import { EslabonError } from '@eslabon/core';
import { permissionedMetaTxHubDoubleAbi } from '@eslabon/did-registry/doubles';
import { testAccount } from '@eslabon/testkit';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Hex } from 'viem';
import { decodeFunctionData, encodeErrorResult, encodeFunctionData, keccak256 } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { ChainClient } from '../../client/create-chain-client.js';
import { readContract } from '../../client/read-contract.js';
import type { TestHub } from '../../testing/start-hub.js';
import { startMetaTxHub } from '../../testing/start-hub.js';
import { awaitOutcome } from '../await-outcome.js';
import { createDirectSubmitter } from '../create-direct-submitter.js';
import type { HubSubmitterOptions } from './create-hub-submitter.js';
import { createHubSubmitter } from './create-hub-submitter.js';
import type { Forward } from './forward.js';
import { forwardDomain, forwardTypes, hubAbi } from './forward.js';
import { createSpaceNonces } from './space-nonces.js';

const { privateKey, address: carrier } = testAccount('carrier');
const running: TestHub[] = [];

afterEach(async () => {
  for (const hub of running.splice(0)) await hub.stop();
});

async function start(carriers = [carrier], gasLimitPerBlock?: bigint) {
  const hub = await startMetaTxHub(carriers, gasLimitPerBlock);
  running.push(hub);
  const options = { client: hub.client, hub: hub.hub, space: 3, privateKey, blockWaitMs: 5000 };
  const submitterWith = (other: Partial<HubSubmitterOptions> = {}) =>
    createHubSubmitter({ ...options, ...other });
  // Where every call succeeds: its code is one STOP.
  const to = testAccount('sink').address;
  await hub.client.request('anvil_setCode', [to, '0x00']);
  return { ...hub, to, submitterWith, submitter: submitterWith() };
}

/** What a transaction gave to the hub. */
async function executed(client: ChainClient, hash: Hex) {
  const { input, to, from } = (await client.request('eth_getTransactionByHash', [hash])) as Record<
    string,
    Hex
  >;
  const { args } = decodeFunctionData({ abi: permissionedMetaTxHubDoubleAbi, data: input as Hex });
  const [forward, callData, signature] = args as [Forward, Hex, Hex];
  return { to, from, input: input as Hex, forward, callData, signature };
}

describe('a call through the hub', () => {
  it('says who signed, who may carry and what, and names no price', async () => {
    const { client, hub, submitter, to } = await start();
    const least = Math.floor(Date.now() / 1000) + 600;
    const { hash } = await submitter.submit({ to, data: '0xc0ffee' });
    expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
    const sent = await executed(client, hash);
    expect(sent).toMatchObject({ to: hub, from: carrier, callData: '0xc0ffee' });
    expect(sent.forward.from.toLowerCase()).toBe(carrier);
    expect(sent.forward.caller.toLowerCase()).toBe(carrier);
    expect(sent.forward).toMatchObject({ value: 0n, space: 3, dataHash: keccak256('0xc0ffee') });
    expect(Number(sent.forward.deadline)).toBeGreaterThanOrEqual(least);
    const { nonce } = sent.forward;
    const used = (space: number, of: bigint) =>
      readContract(client, {
        ...{ address: hub, abi: permissionedMetaTxHubDoubleAbi, functionName: 'isNonceUsed' },
        args: [carrier, space, of],
      } as const);
    expect([await used(3, nonce), await used(3, nonce + 1n), await used(0, nonce)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('gives the recipient the signer in the last 20 bytes', async () => {
    const { client, submitter } = await start();
    // Reverts with its own calldata, which the hub wraps and we unwrap.
    const echo = testAccount('echo').address;
    await client.request('anvil_setCode', [echo, '0x366000600037366000fd']);
    const { hash } = await submitter.submit({ to: echo, data: '0xc0ffee00', gas: 100_000n });
    const outcome = await awaitOutcome(submitter, hash, { pollMs: 5 });
    expect(outcome).toEqual({ state: 'reverted', code: 'CHAIN_REVERTED', error: 'UnknownError' });
    const { input } = await executed(client, hash);
    const call = { from: carrier, to: running[0]?.hub, data: input };
    await expect(client.request('eth_call', [call, 'latest'])).rejects.toMatchObject({
      details: { data: expect.stringContaining(`c0ffee00${carrier.slice(2)}`) },
    });
  });

  it('can be repeated by nobody', async () => {
    const { client, submitter, hub, to } = await start();
    const { hash } = await submitter.submit({ to, data: '0xc0ffee' });
    const { input } = await executed(client, hash);
    const again = createDirectSubmitter({ client, privateKey });
    await expect(again.submit({ to: hub, data: input })).rejects.toMatchObject({
      code: 'CHAIN_RELAY_REFUSED',
      details: { reason: 'DigestUsed' },
    });
    const other = createDirectSubmitter({ client, privateKey: testAccount('thief').privateKey });
    await expect(other.submit({ to: hub, data: input })).rejects.toMatchObject({
      details: { reason: 'CallerNotAllowed' },
    });
  });

  it('expires with what was signed', async () => {
    const { client, submitter, to } = await start();
    await client.request('evm_setAutomine', [false]);
    const { hash } = await submitter.submit({ to, data: '0x01', gas: 100_000n });
    const { timestamp } = (await client.request('eth_getBlockByNumber', ['latest', false])) as Record<
      string,
      Hex
    >;
    await client.request('evm_setNextBlockTimestamp', [
      Math.max(Number(timestamp), (Date.now() / 1000) | 0) + 700,
    ]);
    await client.request('evm_mine');
    expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toMatchObject({ state: 'reverted' });
    // A clock behind the chain's does not matter: what is signed next is measured by the newest block.
    await client.request('evm_setAutomine', [true]);
    const next = await submitter.submit({ to, data: '0x01' });
    expect(await awaitOutcome(submitter, next.hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
  });
});

describe('a hub that does not carry', () => {
  it('because it does not know the account', async () => {
    const { submitter, to } = await start([testAccount('somebody else').address]);
    await expect(submitter.submit({ to, data: '0x' })).rejects.toMatchObject({
      code: 'CHAIN_RELAY_REFUSED',
      details: { reason: 'CallerNotAllowed' },
      hints: [expect.stringContaining('admit')],
    });
  });

  it('because the quota of this block is used up', async () => {
    const { client, submitter, to } = await start([carrier], 100_000n);
    await client.request('evm_setAutomine', [false]);
    const sent = [];
    for (let i = 0; i < 2; i++) sent.push(await submitter.submit({ to, data: '0x01', gas: 100_000n }));
    await client.request('evm_mine');
    const [first, second] = sent as [{ hash: Hex }, { hash: Hex }];
    expect(await awaitOutcome(submitter, first.hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
    expect(await awaitOutcome(submitter, second.hash, { pollMs: 5 })).toMatchObject({ state: 'reverted' });
  });

  it.each([
    ['BlockGasQuotaExceeded', true],
    ['DeployPerBlockExceeded', true],
    ['DeployerNotAllowed', false],
  ] as const)('for %s is asked again in the next block: %s', async (errorName, waits) => {
    const { client, submitterWith, to } = await start();
    const refusedIn = Number(await client.request('eth_blockNumber'));
    const data = encodeErrorResult({ abi: permissionedMetaTxHubDoubleAbi, errorName });
    let tellRefused = (): void => undefined;
    const refused = new Promise<void>((resolve) => {
      tellRefused = resolve;
    });
    const submitter = submitterWith({
      client: {
        ...client,
        // As a node that estimates on its newest block, not on the one to come as anvil does.
        async request(method, params) {
          const isRefused = Number(await client.request('eth_blockNumber')) === refusedIn;
          if (method !== 'eth_estimateGas' || !isRefused) return client.request(method, params);
          tellRefused();
          throw new EslabonError('CHAIN_RESPONSE_INVALID', 'refused', { details: { rpcCode: 3, data } });
        },
      },
    });
    const submitted = submitter.submit({ to, data: '0x01' }).then(
      () => 'carried',
      (error: EslabonError) => error.details.reason,
    );
    await refused;
    await client.request('evm_mine');
    expect(await submitted).toBe(waits ? 'carried' : errorName);
  });

  it('because the network has not permitted the account', async () => {
    const { client, submitterWith, to } = await start();
    const refusing: ChainClient = {
      ...client,
      async request(method, params) {
        if (method !== 'eth_sendRawTransaction') return client.request(method, params);
        // As Besu with permissioning says it; anvil has none.
        throw new EslabonError('CHAIN_RESPONSE_INVALID', 'refused', {
          details: {
            rpcCode: -32_007,
            rpcMessage: 'Sender account not authorized to send transactions',
          },
        });
      },
    };
    await expect(submitterWith({ client: refusing }).submit({ to, data: '0x' })).rejects.toMatchObject({
      code: 'CHAIN_SENDER_NOT_PERMITTED',
      hints: [expect.stringContaining('administrators')],
    });
  });
});

describe('nonces of a space', () => {
  it('are 256 in a row, then another row', async () => {
    const { client, hub } = await start();
    const nonces = createSpaceNonces(client, hub, carrier, 3);
    const given = [];
    for (let i = 0; i < 300; i++) given.push(await nonces.next());
    expect(new Set(given).size).toBe(300);
    expect(new Set(given.map((nonce) => nonce >> 8n)).size).toBe(2);
    const other = createSpaceNonces(client, hub, carrier, 3);
    expect((await other.next()) >> 8n).not.toBe((given[0] as bigint) >> 8n);
  });

  it('may be used in any order, once each', async () => {
    const { client, hub, to } = await start();
    const direct = createDirectSubmitter({ client, privateKey });
    const execute = async (nonce: bigint, data: Hex) => {
      const forward: Forward = {
        ...{ from: carrier, to, value: 0n, space: 3, nonce, caller: carrier },
        ...{ deadline: BigInt(Math.floor(Date.now() / 1000) + 600), dataHash: keccak256(data) },
      };
      const signature = await privateKeyToAccount(privateKey).signTypedData({
        ...{ domain: forwardDomain(client.chainId, hub), types: forwardTypes },
        ...{ primaryType: 'Forward', message: forward },
      });
      const args = [forward, data, signature] as const;
      const call = encodeFunctionData({ abi: hubAbi, functionName: 'execute', args });
      const { hash } = await direct.submit({ to: hub, data: call });
      return awaitOutcome(direct, hash, { pollMs: 5 });
    };
    for (const nonce of [42n, 1n, 255n, 256n, 0n]) {
      expect(await execute(nonce, '0x01')).toMatchObject({ state: 'mined' });
    }
    await expect(execute(1n, '0x02')).rejects.toMatchObject({ details: { reason: 'NonceUsed' } });
  });
});
