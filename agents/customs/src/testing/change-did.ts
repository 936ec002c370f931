import { awaitOutcome, createDirectSubmitter, getBlock } from '@eslabon/chain';
import type { Address, Hex } from '@eslabon/core';
import { testAccount } from '@eslabon/testkit';
import type { TestNetwork } from './start-test-network.js';

/** Where a change came to stand. */
export interface ChangedDid {
  number: number;
  timestamp: number;
}

/** Has a test account change its own identity on ERC-1056. */
export async function changeDid(
  { chain, deployment }: Pick<TestNetwork, 'chain' | 'deployment'>,
  label: string,
  data: (identity: Address) => Hex,
): Promise<ChangedDid> {
  const { privateKey, address } = testAccount(label);
  const submitter = createDirectSubmitter({ client: chain, privateKey });
  const to = deployment.contracts.didRegistry.address as Address;
  const { hash } = await submitter.submit({ to, data: data(address) });
  const outcome = await awaitOutcome(submitter, hash, { pollMs: 5 });
  if (outcome.state === 'reverted') throw new Error(`${hash} reverted`);
  const { number, timestamp } = await getBlock(chain, outcome.blockNumber);
  return { number, timestamp };
}

const word = (hex: string): string => hex.replace('0x', '').padStart(64, '0');

/** changeOwner(address,address). Addresses in hexadecimal. */
export const changeOwner =
  (owner: string) =>
  (identity: Address): Hex =>
    `0xf00d4b5d${word(identity)}${word(owner)}`;

/** addDelegate(address,bytes32,address,uint256) of type veriKey, for a century. */
export const addDelegate =
  (delegate: string) =>
  (identity: Address): Hex => {
    const type = Buffer.from('veriKey').toString('hex').padEnd(64, '0');
    return `0xa7068d66${word(identity)}${type}${word(delegate)}${word('bc191380')}`;
  };
