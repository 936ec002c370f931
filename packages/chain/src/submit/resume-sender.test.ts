import type { Hex } from '@eslabon/core';
import { testAccount } from '@eslabon/testkit';
import { afterEach, describe, expect, it } from '@jest/globals';
import { deployThrough } from '../deploy/deploy-through.js';
import { interruptCreation, sink } from '../testing/interrupt-creation.js';
import { startMetaTxHub, type TestHub } from '../testing/start-hub.js';
import { createSubmitter } from './create-submitter.js';

const { privateKey, address: carrier } = testAccount('carrier');
const running: TestHub[] = [];

afterEach(async () => {
  for (const hub of running.splice(0)) await hub.stop();
});

/** A chain with a hub, and a creation that was signed by a process that ended before it sent it. */
async function interrupted(model: 'direct' | 'hub') {
  const net = await startMetaTxHub([carrier]);
  running.push(net);
  const { client, hub } = net;
  // Each time another process: it remembers nothing.
  const submitterNow = () =>
    createSubmitter(model === 'hub' ? { model, hub } : { model }, { client, privateKey });
  const earlier = await interruptCreation(submitterNow());
  return {
    ...net,
    earlier,
    submitterNow,
    finish: () => deployThrough(client, submitterNow(), sink, { earlier }),
    sent: async () => Number(await client.request('eth_getTransactionCount', [carrier, 'latest'])),
  };
}

describe.each(['direct', 'hub'] as const)('a creation that was signed for the submitter %s', (model) => {
  it('and never sent is sent as it is', async () => {
    const { earlier, finish, client, sent } = await interrupted(model);
    const { address } = await finish();
    expect(await client.request('eth_getCode', [address, 'latest'])).toBe('0x00');
    expect(await client.request('eth_getTransactionReceipt', [earlier.transaction])).toMatchObject({
      status: '0x1',
    });
    expect(await sent()).toBe(1);
  });

  it('and mined while the answer was lost is found', async () => {
    const { earlier, finish, client, sent } = await interrupted(model);
    await client.request('eth_sendRawTransaction', [earlier.raw]);
    const first = await finish();
    expect(await finish()).toEqual(first);
    expect(await sent()).toBe(1);
  });

  it('and that the node forgets while it is waited for is sent again', async () => {
    const { earlier, client, submitterNow, sent } = await interrupted(model);
    await client.request('evm_setAutomine', [false]);
    const finished = deployThrough(client, submitterNow(), sink, { earlier });
    const known = () => client.request('eth_getTransactionByHash', [earlier.transaction]);
    while ((await known()) === null) await new Promise((resolve) => setTimeout(resolve, 10));
    await client.request('anvil_dropTransaction', [earlier.transaction]);
    expect(await known()).toBeNull();
    await client.request('evm_setAutomine', [true]);
    expect(await finished).toMatchObject({ blockNumber: expect.any(Number) });
    expect(await known()).not.toBeNull();
    expect(await sent()).toBe(1);
  });

  it('and lost its nonce is signed anew', async () => {
    const { client, finish, sent } = await interrupted(model);
    const direct = createSubmitter({ model: 'direct' }, { client, privateKey });
    await direct.submit({ to: carrier, data: '0x' });
    await finish();
    expect(await sent()).toBe(2);
  });
});

describe('a creation that was signed for a hub', () => {
  it('and has expired since is signed anew', async () => {
    const { earlier, client, finish, sent } = await interrupted('hub');
    const { timestamp } = (await client.request('eth_getBlockByNumber', ['latest', false])) as Record<
      string,
      Hex
    >;
    await client.request('evm_setNextBlockTimestamp', [Number(timestamp) + 100_000]);
    await client.request('evm_mine');
    await finish();
    expect(await client.request('eth_getTransactionReceipt', [earlier.transaction])).toMatchObject({
      status: '0x0',
    });
    expect(await sent()).toBe(2);
  });
});
