import { afterEach, describe, expect, it } from '@jest/globals';
import { keccak256 } from 'viem';
import { deployThrough } from '../../deploy/deploy-through.js';
import type { InterruptedRelay } from '../../testing/interrupt-creation.js';
import { miningAfterSearch, sink, startInterruptedRelay } from '../../testing/interrupt-creation.js';
import { startBetween } from '../../testing/start-between.js';
import { awaitOutcome } from '../await-outcome.js';

const running: InterruptedRelay[] = [];

afterEach(async () => {
  for (const relay of running.splice(0)) await relay.stop();
});

async function interrupted(triesFirst = false): Promise<InterruptedRelay> {
  const relay = await startInterruptedRelay(undefined, { triesFirst });
  running.push(relay);
  return relay;
}

describe('the nonce of a creation that was signed for a relay', () => {
  it.each([
    ['refused', true, 1],
    ['carried in vain', false, 2],
  ])('is kept, so that it is found when it is mined while it is %s again', async (_, triesFirst, times) => {
    const { finish, earlier, sendRaw, client, nonceInHub, submitter } = await interrupted(triesFirst);
    await client.request('evm_setAutomine', [false]);
    const hash = await sendRaw(earlier.raw);
    const { address } = await finish({ client: miningAfterSearch(client, times) });
    expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toMatchObject({ contract: address });
    expect(await nonceInHub()).toBe(1);
  });

  it('is not given up while the RelaySigner says that it has it', async () => {
    const { finish, earlier, sendRaw, client, nonceInHub, submitter, signer } = await interrupted();
    await client.request('evm_setAutomine', [false]);
    const hash = await sendRaw(earlier.raw);
    let refused = 0;
    const between = await startBetween(signer.url, async () => {
      refused += 1;
      return { error: { code: -32_006, message: 'Incorrect Nonce' } };
    });
    try {
      const finished = finish({ relaySignerUrl: between.url });
      // Longer than the nodes may be apart.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await client.request('evm_mine');
      const { address } = await finished;
      expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toMatchObject({ contract: address });
      expect(refused).toBe(1);
      expect(await nonceInHub()).toBe(1);
    } finally {
      await between.close();
    }
  });

  it('that went to something else is given up', async () => {
    const { finish, sendRaw, signInner, to, nonceInHub } = await interrupted();
    await sendRaw(await signInner({ nonce: 0, to }));
    await finish();
    expect(await nonceInHub()).toBe(2);
  });

  it('that goes to something else is given up then', async () => {
    const { finish, sendRaw, signInner, to, client, nonceInHub, untilPending } = await interrupted();
    await client.request('evm_setAutomine', [false]);
    await sendRaw(await signInner({ nonce: 0, to }));
    const finished = finish();
    await untilPending(2);
    await client.request('evm_mine');
    await client.request('evm_setAutomine', [true]);
    await finished;
    expect(await nonceInHub()).toBe(2);
  });

  it.each([false, true])('that comes too early is given up (tried first: %s)', async (triesFirst) => {
    const { finish, earlier, signInner, nonceInHub } = await interrupted(triesFirst);
    const raw = await signInner({ nonce: 3, data: sink });
    await finish({}, { ...earlier, raw, transaction: keccak256(raw) });
    expect(await nonceInHub()).toBe(1);
  });

  it.each([
    ['says so', true],
    ['lets the hub say so', false],
  ])('is used once when the RelaySigner gets it twice and %s', async (_, triesFirst) => {
    const { submitterWith, signer, client, nonceInHub } = await interrupted(triesFirst);
    // As when a connection breaks behind the first.
    const twice = await startBetween(signer.url, async (handOn) => {
      await handOn();
      return handOn();
    });
    try {
      const submitter = submitterWith({ relaySignerUrl: twice.url });
      const { address } = await deployThrough(client, submitter, sink);
      expect(await client.request('eth_getCode', [address, 'latest'])).toBe('0x00');
      expect(await nonceInHub()).toBe(1);
    } finally {
      await twice.close();
    }
  });
});
