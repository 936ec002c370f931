import { type SealSchedule, startAnvil, testAccount } from '@eslabon/testkit';
import { describe, expect, it } from '@jest/globals';
import { createChainClient } from '../client/create-chain-client.js';
import { detectConsensus } from './detect-consensus.js';

const validators = [
  { fromBlock: 0, validators: [1, 2, 3, 4].map((number) => testAccount(`validator ${number} of a chain`)) },
];

async function detectedOn(blocks: number, seal?: SealSchedule) {
  const anvil = await startAnvil(seal === undefined ? {} : { seal });
  try {
    const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId: 648540 });
    for (let mined = 0; mined < blocks; mined++) await client.request('evm_mine');
    return await detectConsensus(client);
  } finally {
    await anvil.stop();
  }
}

describe('detectConsensus', () => {
  it('finds none where headers are plainly hashed', async () => {
    expect(await detectedOn(3)).toBeUndefined();
  });

  it.each(['qbft', 'ibft2'] as const)('finds %s from the first block on', async (protocol) => {
    const consensus = [{ fromBlock: 0, protocol }];
    expect(await detectedOn(2, { consensus, validators })).toEqual(consensus);
  });

  it.each([2, 5, 9])(
    'finds the block, here %d, from which on a chain has moved to QBFT',
    async (fromBlock) => {
      const consensus = [
        { fromBlock: 0, protocol: 'ibft2' as const },
        { fromBlock, protocol: 'qbft' as const },
      ];
      expect(await detectedOn(9, { consensus, validators })).toEqual(consensus);
    },
  );

  it('refuses headers that hash in no known way', async () => {
    const anvil = await startAnvil();
    try {
      const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId: 648540 });
      const lying = {
        ...client,
        request: async (method: string, params?: readonly unknown[]) => {
          const answer = await client.request(method, params);
          return method === 'eth_getBlockByNumber' ? { ...(answer as object), gasUsed: '0x77' } : answer;
        },
      };
      await expect(detectConsensus(lying)).rejects.toMatchObject({ code: 'CHAIN_RESPONSE_INVALID' });
    } finally {
      await anvil.stop();
    }
  });
});
