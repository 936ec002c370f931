import type { Country, Hex } from '@eslabon/core';
import { testAccount, testKey } from '@eslabon/testkit';
import { afterEach, describe, expect, it } from '@jest/globals';
import { deployRegistries } from '../../deploy/deploy-registries.js';
import { setStatus } from '../../instructions/set-status.js';
import { signInstruction } from '../../instructions/sign-instruction.js';
import type { TestRelaySubmitter } from '../../testing/start-relay-submitter.js';
import { startRelaySubmitter } from '../../testing/start-relay-submitter.js';
import { awaitOutcome } from '../await-outcome.js';

const running: TestRelaySubmitter[] = [];

afterEach(async () => {
  for (const relay of running.splice(0)) await relay.stop();
});

async function start(...parameters: Parameters<typeof startRelaySubmitter>) {
  const relay = await startRelaySubmitter(...parameters);
  running.push(relay);
  return relay;
}

describe('the gas rule', () => {
  it('refuses what is above the allowance before anything is sent', async () => {
    const relay = await start();
    const { to } = relay;
    const sent = await relay.sentByNode();
    const basic = relay.submitterWith({ gasAllowance: 500_000 });
    // 105 × (936 + 64) + 300,000 + 100,000 = 505,000
    const call = { to, data: `0x${'ab'.repeat(936)}` as Hex, gas: 100_000n };
    await expect(basic.submit(call)).rejects.toMatchObject({
      code: 'CHAIN_GAS_ALLOWANCE',
      details: { needed: 505_000, allowance: 500_000, bytes: 1000, gas: 100_000 },
    });
    await expect(basic.submit({ to, data: `0x${'ab'.repeat(2000)}` })).rejects.toMatchObject({
      code: 'CHAIN_GAS_ALLOWANCE',
    });
    expect(await relay.sentByNode()).toBe(sent);
    const { hash } = await basic.submit({ ...call, gas: 95_000n });
    expect(await awaitOutcome(basic, hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
  });

  it('leaves a Basic member a status in a new list, the costliest write of one word', async () => {
    const relay = await start(500_000);
    const { client } = relay;
    const authority = testAccount('authority of PE');
    const founders = ['PE', 'MX'].map((country) => ({
      country: country as Country,
      did: testAccount(`authority of ${country}`).address,
    }));
    const deployment = await deployRegistries({
      ...{ rpcUrl: relay.anvil.rpcUrl, chainId: client.chainId, founders },
      deployerKey: testKey('a larger member'),
    });
    const call = await signInstruction(
      setStatus({
        ...{ deployment, authority: authority.address, nonce: 0 },
        deadline: Math.floor(Date.now() / 1000) + 3600,
        changes: [{ list: 0, word: 0, revoke: 1n, suspend: 0n, reinstate: 0n }],
      }),
      authority.signDigest,
    );
    const { hash } = await relay.submitter.submit(call);
    expect(await awaitOutcome(relay.submitter, hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
  });

  it('takes what the allowance leaves, when the usual margin would be too much', async () => {
    const relay = await start();
    const { to } = relay;
    // The estimate is near 28,000; with its margin it would be above what is left for it.
    const tight = relay.submitterWith({ gasAllowance: 300_000 + 105 * 464 + 31_000 });
    const { hash } = await tight.submit({ to, data: `0x${'ab'.repeat(400)}` });
    expect(await awaitOutcome(tight, hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
  });

  it('waits for the next block when others have used up this one', async () => {
    const relay = await start(900_000);
    const { client } = relay;
    const { to } = relay;
    await client.request('evm_setAutomine', [false]);
    const call = { to, data: '0x' as Hex, gas: 50_000n };
    const sent = [await relay.submitter.submit(call), await relay.submitter.submit(call)];
    const third = relay.submitter.submit(call);
    let isSent = false;
    third.then(
      () => {
        isSent = true;
      },
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isSent).toBe(false);
    await client.request('evm_mine');
    sent.push(await third);
    await client.request('evm_mine');
    for (const { hash } of sent)
      expect(await awaitOutcome(relay.submitter, hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
  });

  it('gives up when no block comes', async () => {
    const relay = await start(900_000);
    const { to } = relay;
    await relay.client.request('evm_setAutomine', [false]);
    const submitter = relay.submitterWith({ blockWaitMs: 200 });
    const call = { to, data: '0x' as Hex, gas: 50_000n };
    for (let i = 0; i < 2; i++) await submitter.submit(call);
    await expect(submitter.submit(call)).rejects.toMatchObject({
      code: 'CHAIN_RELAY_REFUSED',
      details: { reason: 'MaxBlockGasLimit' },
      hints: [expect.stringContaining('105 gas for each byte')],
    });
  });
});
