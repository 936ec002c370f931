import type { Country } from '@eslabon/core';
import { authorityRegistryAbi, statusRegistryAbi } from '@eslabon/did-registry';
import type { Anvil, TestAccount } from '@eslabon/testkit';
import { startAnvil, testAccount } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChainClient } from '../client/create-chain-client.js';
import { createChainClient } from '../client/create-chain-client.js';
import { readContract } from '../client/read-contract.js';
import { comparePins } from '../deploy/compare-pins.js';
import { deployRegistries } from '../deploy/deploy-registries.js';
import { erc1056Nonce } from '../instructions/erc1056-nonce.js';
import { nonceOf } from '../instructions/nonce-of.js';
import { setAttributeSigned } from '../instructions/set-attribute-signed.js';
import type { StatusChange } from '../instructions/set-status.js';
import { setStatus } from '../instructions/set-status.js';
import { signInstruction } from '../instructions/sign-instruction.js';
import { startMetaTxHub, startRelay } from '../testing/start-hub.js';
import { awaitOutcome } from './await-outcome.js';
import { createSubmitter } from './create-submitter.js';
import type { Submitter } from './submitter.js';
import type { SubmitterConfig } from './submitter-config.js';

const chainId = 648540;
const pe = testAccount('authority of PE');
const [deployer, carrier] = [testAccount('deployer'), testAccount('carrier')];
const founders = ['PE', 'MX'].map((country) => ({
  country: country as Country,
  did: testAccount(`authority of ${country}`).address,
}));

interface Way {
  anvil: Anvil;
  client: ChainClient;
  config: SubmitterConfig;
  stop(): Promise<void>;
}

const ways: Record<SubmitterConfig['model'], () => Promise<Way>> = {
  async direct() {
    const anvil = await startAnvil();
    const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId });
    return { anvil, client, config: { model: 'direct' }, stop: () => anvil.stop() };
  },
  relay: () => startRelay(),
  async hub() {
    const { hub, ...rest } = await startMetaTxHub([deployer.address, carrier.address]);
    return { ...rest, config: { model: 'hub', hub, space: 7 } };
  },
};

describe.each(['direct', 'relay', 'hub'] as const)('the submitter %s', (model) => {
  let way: Way;
  let submitter: Submitter;
  let deployment: Awaited<ReturnType<typeof deployRegistries>>;

  beforeAll(async () => {
    way = await ways[model]();
    const { client, config } = way;
    submitter = createSubmitter(config, { client, privateKey: carrier.privateKey });
    const { rpcUrl } = way.anvil;
    const deployerKey = deployer.privateKey;
    deployment = await deployRegistries({ rpcUrl, chainId, deployerKey, founders, submitter: config });
  });

  afterAll(async () => {
    await way.stop();
  });

  const sign = async (actor: TestAccount, changes: StatusChange[], nonce?: number) => {
    const authority = actor.address;
    const { address } = deployment.contracts.statusRegistry;
    const next = nonce ?? (await nonceOf(way.client, address, authority));
    const deadline = Math.floor(Date.now() / 1000) + 3600;
    return signInstruction(
      setStatus({ deployment, authority, changes, nonce: next, deadline }),
      actor.signDigest,
    );
  };
  const change = (masks: Partial<StatusChange>): StatusChange => ({
    ...{ list: 0, word: 0, revoke: 0n, suspend: 0n, reinstate: 0n },
    ...masks,
  });
  const settled = async ({ hash }: { hash: `0x${string}` }) => awaitOutcome(submitter, hash, { pollMs: 5 });

  it('deploys the registries, and whoever carried is nobody in them', async () => {
    expect(await comparePins(way.client, deployment.contracts)).toEqual([]);
    const { address } = deployment.contracts.authorityRegistry;
    const isActive = (account: `0x${string}`) =>
      readContract(way.client, {
        ...{ address, abi: authorityRegistryAbi, functionName: 'isActive' },
        args: [account],
      } as const);
    expect(await isActive(pe.address)).toBe(true);
    for (const { address: account } of [deployer, carrier]) expect(await isActive(account)).toBe(false);
  });

  it('carries what an authority signed', async () => {
    const outcome = await settled(await submitter.submit(await sign(pe, [change({ revoke: 5n })])));
    expect(outcome).toEqual({ state: 'mined', blockNumber: expect.any(Number) });
    const { address } = deployment.contracts.statusRegistry;
    const args = [pe.address, 0, 0] as const;
    const call = { address, abi: statusRegistryAbi, functionName: 'wordsOf', args } as const;
    expect(await readContract(way.client, call)).toEqual([5n, 0n]);
    expect(await nonceOf(way.client, address, pe.address)).toBe(1);
  });

  it('says what the contract refuses before it sends', async () => {
    await expect(submitter.submit(await sign(pe, [change({ reinstate: 5n })]))).rejects.toMatchObject({
      code: 'CHAIN_REVOKED_IS_FINAL',
      details: { error: 'RevokedIsFinal' },
    });
  });

  it('says what the contract refused when it was sent all the same', async () => {
    const call = await sign(pe, [change({ reinstate: 5n })]);
    expect(await settled(await submitter.submit({ ...call, gas: 200_000n }))).toEqual({
      state: 'reverted',
      code: 'CHAIN_REVOKED_IS_FINAL',
      error: 'RevokedIsFinal',
    });
  });

  it('carries an instruction once: a replay is refused by the contract', async () => {
    const call = await sign(pe, [change({ revoke: 8n })]);
    expect(await settled(await submitter.submit(call))).toMatchObject({ state: 'mined' });
    await expect(submitter.submit(call)).rejects.toMatchObject({ code: 'CHAIN_INSTRUCTION_NONCE' });
    expect(await settled(await submitter.submit({ ...call, gas: 200_000n }))).toMatchObject({
      state: 'reverted',
      code: 'CHAIN_INSTRUCTION_NONCE',
    });
  });

  it('carries 30 at once and loses none', async () => {
    const identities = Array.from({ length: 30 }, (_, i) => testAccount(`identity ${i}`));
    const name = 'did/pub/Secp256k1/veriKey/hex';
    const calls = await Promise.all(
      identities.map(async ({ address: identity, signDigest }) => {
        const nonce = await erc1056Nonce(way.client, deployment, identity);
        return signInstruction(
          setAttributeSigned({ deployment, identity, name, value: '0x02ab', validity: 1000, nonce }),
          signDigest,
        );
      }),
    );
    const sent = await Promise.all(calls.map((call) => submitter.submit(call)));
    expect(new Set(sent.map(({ hash }) => hash)).size).toBe(30);
    for (const outcome of await Promise.all(sent.map(settled))) expect(outcome.state).toBe('mined');
    for (const { address } of identities) {
      expect(await erc1056Nonce(way.client, deployment, address)).toBe(1);
    }
  });

  it('carries in the order given while nothing is mined', async () => {
    const first = await nonceOf(way.client, deployment.contracts.statusRegistry.address, pe.address);
    await way.client.request('evm_setAutomine', [false]);
    try {
      const sent = [];
      for (let i = 0; i < 4; i++) {
        const call = await sign(pe, [change({ word: 1, revoke: 1n << BigInt(i) })], first + i);
        sent.push(await submitter.submit({ ...call, gas: 200_000n }));
      }
      const [{ hash }] = sent as [{ hash: `0x${string}` }];
      expect(await submitter.outcome(hash)).toEqual({ state: 'pending' });
      await way.client.request('evm_mine');
      for (const outcome of await Promise.all(sent.map(settled))) expect(outcome.state).toBe('mined');
    } finally {
      await way.client.request('evm_setAutomine', [true]);
    }
  });

  it('goes on after a restart of this process', async () => {
    const again = createSubmitter(way.config, { client: way.client, privateKey: carrier.privateKey });
    const { hash } = await again.submit(await sign(pe, [change({ suspend: 16n })]));
    const third = createSubmitter(way.config, { client: way.client, privateKey: carrier.privateKey });
    expect(await awaitOutcome(third, hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
  });
});
