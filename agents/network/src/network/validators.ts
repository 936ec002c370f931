import { collectCheckpoint, createChainClient } from '@eslabon/chain';
import { type SealSchedule, testAccount } from '@eslabon/testkit';
import type { NetworkState } from '../state/network-state.js';

/** The development chain is sealed by QBFT from its first block on, as LACChain's networks are. */
export const consensus = [{ fromBlock: 0, protocol: 'qbft' as const }];

const day = 86_400;

/** Seconds for which border posts trust a checkpoint of a development network. */
const trustingPeriod = 30 * day;

/** Blocks that a start makes in a few seconds: so far behind the chain's clock stands, and never ahead of anybody's. */
const behind = 120;

/** Four validators, the fewest that survive a traitor. Their keys follow from the network's own secret. */
export function sealSchedule(secret: string): SealSchedule {
  const validators = [1, 2, 3, 4].map((number) => testAccount(`${secret} validator ${number}`));
  return { consensus, validators: [{ fromBlock: 0, validators }], behind };
}

/**
 * The checkpoint that border posts and agents go on from: the one of an earlier start while it is young enough, or else
 * the newest block. Absent in networks from before the chain was sealed.
 */
export async function chooseCheckpoint(state: NetworkState, rpcUrl: string): Promise<NetworkState['seals']> {
  if (state.validatorSecret === undefined) return undefined;
  const isYoung = (state.seals?.checkpoint.timestamp ?? 0) + trustingPeriod / 2 > Date.now() / 1000;
  if (isYoung) return state.seals;
  const client = createChainClient({ rpcUrl, chainId: state.chainId });
  const head = Number(await client.request('eth_blockNumber'));
  return { checkpoint: await collectCheckpoint(client, consensus, head), trustingPeriod };
}
