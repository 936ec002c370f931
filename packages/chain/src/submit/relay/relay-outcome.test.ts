import { statusRegistryAbi } from '@eslabon/did-registry';
import { testAccount, testKey } from '@eslabon/testkit';
import { describe, expect, it } from '@jest/globals';
import { encodeAbiParameters, encodeErrorResult, encodeEventTopics } from 'viem';
import type { ChainClient } from '../../client/create-chain-client.js';
import { relayHubAbi } from './hub-abi.js';
import { relayOutcome } from './relay-outcome.js';
import { relayReasons } from './relay-refusal.js';

const hash = testKey('hub transaction');
const [hub, node, member, target] = ['hub', 'node', 'member', 'target'].map(
  (name) => testAccount(name).address,
) as [`0x${string}`, `0x${string}`, `0x${string}`, `0x${string}`];

/** A RelaySigner that gives a receipt with these events. */
function giving(logs: unknown[], receipt: Record<string, unknown> = {}): ChainClient {
  const whole = { transactionHash: hash, status: '0x1', blockNumber: '0x7', to: hub, logs, ...receipt };
  return { chainId: 648540, request: async () => whole };
}

const refused = (code: number) => ({
  address: hub,
  topics: encodeEventTopics({ abi: relayHubAbi, eventName: 'BadTransactionSent' }),
  data: encodeAbiParameters(
    [{ type: 'address' }, { type: 'address' }, { type: 'uint8' }],
    [node, member, code],
  ),
});

const relayed = (executed: boolean, output: `0x${string}` = '0x', address = hub) => ({
  address,
  topics: encodeEventTopics({
    abi: relayHubAbi,
    eventName: 'TransactionRelayed',
    args: { relay: node, from: member, to: target },
  }),
  data: encodeAbiParameters([{ type: 'bool' }, { type: 'bytes' }], [executed, output]),
});

const deployed = (contract: `0x${string}`) => ({
  address: hub,
  topics: encodeEventTopics({
    abi: relayHubAbi,
    eventName: 'ContractDeployed',
    args: { relay: node, from: member },
  }),
  data: encodeAbiParameters([{ type: 'address' }], [contract]),
});

const revert = encodeErrorResult({ abi: statusRegistryAbi, errorName: 'RevokedIsFinal', args: [0, 0, 1n] });

describe('relayOutcome', () => {
  it.each([...relayReasons.entries(), [9, 'Code9'] as const])('names code %i: %s', async (code, reason) => {
    expect(await relayOutcome(giving([refused(code)]), hash)).toEqual({
      state: 'reverted',
      code: 'CHAIN_RELAY_REFUSED',
      error: reason,
      hints: expect.any(Array),
    });
  });

  it('needs both, event and receipt, to say that it went well', async () => {
    expect(await relayOutcome(giving([relayed(true)]), hash)).toEqual({ state: 'mined', blockNumber: 7 });
    for (const client of [
      giving([relayed(false)]),
      giving([relayed(true)], { status: '0x0' }),
      giving([]),
      giving([], { status: '0x0' }),
      giving([deployed(target)], { status: '0x0' }),
    ]) {
      expect(await relayOutcome(client, hash)).toMatchObject({ state: 'reverted', code: 'CHAIN_REVERTED' });
    }
  });

  it('reads the contract’s error out of the event, or of the receipt if there is none', async () => {
    const expected = { state: 'reverted', code: 'CHAIN_REVOKED_IS_FINAL', error: 'RevokedIsFinal' };
    expect(await relayOutcome(giving([relayed(false, revert)], { status: '0x0' }), hash)).toEqual(expected);
    const bare = giving([], { status: '0x0', revertReason: revert });
    expect(await relayOutcome(bare, hash)).toEqual(expected);
    const words = giving([], { status: '0x0', revertReason: 'execution reverted: no' });
    expect(await relayOutcome(words, hash)).toMatchObject({ code: 'CHAIN_REVERTED', error: 'NoReasonGiven' });
  });

  it('finds a deployed contract in the event, or in the receipt', async () => {
    const mined = { state: 'mined', blockNumber: 7, contract: target };
    expect(await relayOutcome(giving([deployed(target)]), hash)).toEqual(mined);
    expect(await relayOutcome(giving([], { contractAddress: target }), hash)).toEqual(mined);
  });

  it('does not believe the events of other contracts', async () => {
    const forged = giving([relayed(true, '0x', target), relayed(false, revert)]);
    expect(await relayOutcome(forged, hash)).toMatchObject({ code: 'CHAIN_REVOKED_IS_FINAL' });
  });

  it.each([
    ['logs that are none', { logs: 'none' }],
    ['a log without data', { logs: [{ address: hub, topics: [] }] }],
    ['no recipient', { to: null }],
    ['another transaction', { transactionHash: testKey('another') }],
  ])('finds out a RelaySigner that gives %s', async (_, receipt) => {
    await expect(relayOutcome(giving([relayed(true)], receipt), hash)).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
    });
  });
});
