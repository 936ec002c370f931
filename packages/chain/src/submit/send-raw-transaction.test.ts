import { EslabonError } from '@eslabon/core';
import { testKey } from '@eslabon/testkit';
import { describe, expect, it } from '@jest/globals';
import type { ChainClient } from '../client/create-chain-client.js';
import { sendRawTransaction } from './send-raw-transaction.js';

const hash = testKey('transaction');

/** A node that refuses a transaction in these words; `has` tells whether it has it all the same. */
function refusing(rpcMessage: string, has = false, rpcCode = -32000): ChainClient {
  return {
    chainId: 1,
    async request(method) {
      if (method === 'eth_getTransactionByHash') return has ? { hash } : null;
      throw new EslabonError('CHAIN_RESPONSE_INVALID', 'refused', {
        details: { rpcCode, rpcMessage },
      });
    },
  };
}

describe('sendRawTransaction', () => {
  it.each(['already known', 'Known transaction', 'transaction already imported', 'known transaction: 0xab'])(
    'takes “%s” as accepted',
    async (words) => {
      expect(await sendRawTransaction(refusing(words), '0x', hash)).toBe('accepted');
    },
  );

  it.each([
    'nonce too low',
    'Nonce too low',
    'nonce too low: next nonce 5, tx nonce 4',
    'Transaction nonce is too distant from current sender nonce',
    'nonce too high',
  ])('takes “%s” for a wrong nonce, unless the node has the transaction', async (words) => {
    expect(await sendRawTransaction(refusing(words), '0x', hash)).toBe('wrong-nonce');
    expect(await sendRawTransaction(refusing(words, true), '0x', hash)).toBe('accepted');
  });

  it.each(['replacement transaction underpriced', 'Replacement transaction underpriced'])(
    'takes “%s” for a nonce with which another transaction waits',
    async (words) => {
      expect(await sendRawTransaction(refusing(words), '0x', hash)).toBe('taken');
      expect(await sendRawTransaction(refusing(words, true), '0x', hash)).toBe('accepted');
    },
  );

  it.each([
    ['Sender account not authorized to send transactions', -32_000],
    ['whatever a later version says', -32_007],
  ])('knows “%s” with code %i for a network without permission', async (words, rpcCode) => {
    await expect(sendRawTransaction(refusing(words, false, rpcCode), '0x', hash)).rejects.toMatchObject({
      code: 'CHAIN_SENDER_NOT_PERMITTED',
      details: { rpcMessage: words },
    });
  });

  it('finds out a node that took another transaction', async () => {
    const client = { ...refusing(''), request: async () => testKey('another transaction') };
    await expect(sendRawTransaction(client, '0x', hash)).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
      details: { hash },
    });
  });

  it.each(['transaction underpriced', 'exceeds block gas limit'])(
    'passes “%s” on: another nonce does not help',
    async (words) => {
      await expect(sendRawTransaction(refusing(words), '0x', hash)).rejects.toMatchObject({
        details: { rpcMessage: words },
      });
    },
  );
});
