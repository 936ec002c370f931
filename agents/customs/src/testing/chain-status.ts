import { getBlock, readContract } from '@eslabon/chain';
import type { CertificateView } from '@eslabon/client/contract';
import { statusMask, statusWord } from '@eslabon/core';
import { statusRegistryAbi } from '@eslabon/did-registry';
import type { Agent } from '../create-agent.js';

/** The two status words of a list, straight from the contract and not from the agent's index. */
export async function chainWords({ parts }: Agent, list: number, word: number): Promise<[bigint, bigint]> {
  const [revoked, suspended] = await readContract(parts.client, {
    address: parts.config.deployment.contracts.statusRegistry.address,
    abi: statusRegistryAbi,
    functionName: 'wordsOf',
    args: [parts.keys.address, list, word],
  });
  return [revoked, suspended];
}

/** What the contract says of a certificate. */
export async function chainStatus(
  agent: Agent,
  { statusEntry }: Pick<CertificateView, 'statusEntry'>,
): Promise<'active' | 'suspended' | 'revoked'> {
  const { list = -1, index = -1 } = statusEntry ?? {};
  const [revoked, suspended] = await chainWords(agent, list, statusWord(index));
  const mask = statusMask(index);
  if ((revoked & mask) !== 0n) return 'revoked';
  return (suspended & mask) !== 0n ? 'suspended' : 'active';
}

/** Number of the newest block. */
export async function chainHead({ parts }: Agent): Promise<number> {
  return (await getBlock(parts.client, 'latest')).number;
}

/** How many instructions the authority's status list has taken since a block, and how many words they changed. */
export async function statusWrites({ parts }: Agent, sinceBlock: number) {
  const { address } = parts.config.deployment.contracts.statusRegistry;
  // The block itself is asked for too, because a node refuses to begin after its newest one.
  const all = (await parts.client.request('eth_getLogs', [
    { address, fromBlock: `0x${sinceBlock.toString(16)}`, toBlock: 'latest' },
  ])) as { transactionHash: string; blockNumber: string }[];
  const logs = all.filter(({ blockNumber }) => Number(blockNumber) > sinceBlock);
  const transactions = new Set(logs.map(({ transactionHash }) => transactionHash));
  // Each instruction emits InstructionUsed once, and StatusChanged for each word.
  return { instructions: transactions.size, words: logs.length - transactions.size };
}
