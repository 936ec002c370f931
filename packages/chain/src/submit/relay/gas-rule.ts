import type { Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { size } from 'viem';
import { withMargin } from '../estimate-gas.js';

/**
 * The network checks the same rule over the hub's calldata, which is up to 272 bytes longer than the member's: with less
 * than this for the call itself a small one would be refused.
 */
const leastGas = 30_000n;

/** What the relay adds to a member's gas limit: 105 for each byte of its data and 300,000. */
function relayGas(data: Hex): bigint {
  return 105n * BigInt(size(data)) + 300_000n;
}

/**
 * Gas limit for a call whose data, tail included, is `data`: the estimate and a quarter more, or what the allowance
 * leaves if that is less but still enough.
 * @param given limit that the caller insists on
 * @throws EslabonError CHAIN_GAS_ALLOWANCE when it does not fit into what the node may use in one block
 */
export function fitGas(data: Hex, allowance: number, gas: { estimate: bigint } | { given: bigint }): bigint {
  const left = BigInt(allowance) - relayGas(data);
  const wanted = 'given' in gas ? gas.given : gas.estimate;
  const least = wanted > leastGas ? wanted : leastGas;
  if (least > left) throw aboveAllowance(data, allowance, least);
  if ('given' in gas) return least;
  const ample = withMargin(least);
  return ample < left ? ample : left;
}

function aboveAllowance(data: Hex, allowance: number, gas: bigint): EslabonError {
  const needed = relayGas(data) + gas;
  return new EslabonError(
    'CHAIN_GAS_ALLOWANCE',
    `The relay would charge ${needed} gas (105 × ${size(data)} bytes + 300,000 + ${gas}); ` +
      `the node may use ${allowance} in a block.`,
    {
      hints: [
        'Put fewer words into one instruction (wordsPerInstruction).',
        'A Basic membership has 500,000 gas in a block, Standard 1,500,000; what needs more, such as a deployment, has to be carried by a larger member.',
      ],
      details: { needed: Number(needed), allowance, bytes: size(data), gas: Number(gas) },
    },
  );
}
