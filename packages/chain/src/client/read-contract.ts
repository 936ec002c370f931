import type { Address } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { Abi, ContractFunctionArgs, ContractFunctionName, ContractFunctionReturnType } from 'viem';
import { decodeFunctionResult, encodeFunctionData } from 'viem';
import { toRevert } from '../reverts/to-revert.js';
import type { ChainClient } from './create-chain-client.js';
import { formatQuantity, parseData } from './wire.js';

type View = 'pure' | 'view';

export interface ReadContractParameters<
  abi extends Abi,
  name extends ContractFunctionName<abi, View>,
  args extends ContractFunctionArgs<abi, View, name>,
> {
  address: Address;
  abi: abi;
  functionName: name;
  args: args;
  /** The newest when absent. */
  blockNumber?: number;
}

/**
 * Calls a view function of a contract.
 * @throws EslabonError CHAIN_* as decoded from the contract's error when it reverts
 */
export async function readContract<
  const abi extends Abi,
  name extends ContractFunctionName<abi, View>,
  const args extends ContractFunctionArgs<abi, View, name>,
>(
  client: ChainClient,
  parameters: ReadContractParameters<abi, name, args>,
): Promise<ContractFunctionReturnType<abi, View, name, args>> {
  const { address, abi, functionName, args, blockNumber } = parameters;
  // viem's own types relate ABI, name and arguments by overloads that do not accept the generic case.
  const call = { abi: abi as Abi, functionName: functionName as string };
  const data = encodeFunctionData({ ...call, args: args as readonly unknown[] });
  const block = blockNumber === undefined ? 'latest' : formatQuantity(blockNumber);
  const answer = await client.request('eth_call', [{ to: address, data }, block]).catch((error: unknown) => {
    throw toRevert(error);
  });
  const result = parseData(answer, `${functionName} of ${address}`);
  try {
    return decodeFunctionResult({ ...call, data: result }) as ContractFunctionReturnType<
      abi,
      View,
      name,
      args
    >;
  } catch (cause) {
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `${address} does not answer ${functionName} as it should.`,
      {
        hints: ['There may be no such contract at this address on this chain.'],
        cause,
      },
    );
  }
}
