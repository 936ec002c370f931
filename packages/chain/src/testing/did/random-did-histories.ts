import { type Address, lowerHex } from '@eslabon/core';
import { ethereumDidRegistryBytecode } from '@eslabon/did-registry';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hexToBytes, toHex } from 'viem';
import { publicKeyToAddress } from 'viem/accounts';
import type { ChainClient } from '../../client/create-chain-client.js';
import { getBlock } from '../../client/get-block.js';
import { formatQuantity } from '../../client/wire.js';
import type { Random } from '../random.js';
import { type DidActor, randomBytes, randomDidCall } from './random-did-call.js';

/** An identity whose history is made. */
interface RandomDid {
  did: string;
  identity: Address;
}

export interface RandomHistories {
  didRegistry: Address;
  dids: readonly RandomDid[];
  /**
   * Makes some identities change, one to three times each, all in one block, which is later than an instant.
   * @returns its number and timestamp
   */
  round(after: number): Promise<{ number: number; timestamp: number }>;
}

const account: Address = `0x${'ab'.repeat(20)}`;

/**
 * Identities on a new ERC-1056 of a development chain, a quarter of them public keys, and random changes of them. Blocks
 * are made by `round` alone, up to 30 days after the instant that it is given. Nothing is signed: the chain lets anybody act for anybody.
 */
export async function randomDidHistories(
  client: ChainClient,
  count: number,
  random: Random,
): Promise<RandomHistories> {
  await client.request('anvil_autoImpersonateAccount', [true]);
  await client.request('evm_setBlockGasLimit', ['0x3b9aca00']);
  await client.request('evm_setAutomine', [false]);
  const network = `did:ethr:0x${client.chainId.toString(16)}`;
  const dids = Array.from({ length: count }, (_, at) => randomDid(network, at, random));
  const identities = dids.map(({ identity }) => identity);
  const actors = identities.map(
    (identity): DidActor => ({ identity, owner: identity, delegates: [], attributes: [] }),
  );

  const deploying = await send(client, { from: account, data: ethereumDidRegistryBytecode });
  await client.request('evm_mine');
  const receipt = (await client.request('eth_getTransactionReceipt', [deploying])) as {
    contractAddress: string;
  };
  const didRegistry = lowerHex(receipt.contractAddress);

  return {
    didRegistry,
    dids,
    async round(after) {
      for (const actor of actors) {
        if (random.below(100) < 45) continue;
        for (let left = 1 + random.below(3); left > 0; left--) {
          const from = actor.owner;
          await send(client, { from, to: didRegistry, data: randomDidCall(actor, identities, random) });
        }
      }
      await client.request('evm_setNextBlockTimestamp', [after + 1 + random.below(30 * 86_400)]);
      await client.request('evm_mine');
      return getBlock(client, 'latest');
    },
  };
}

async function send(client: ChainClient, call: Record<string, string>): Promise<unknown> {
  return client.request('eth_sendTransaction', [
    { ...call, gas: formatQuantity(2_000_000), gasPrice: '0x0' },
  ]);
}

function randomDid(network: string, at: number, random: Random): RandomDid {
  if (at % 4 > 0) {
    const identity = randomBytes(20, random);
    return { did: `${network}:${identity}`, identity };
  }
  const secret = hexToBytes(randomBytes(32, random));
  const identity = lowerHex(publicKeyToAddress(toHex(secp256k1.getPublicKey(secret, false))));
  return { did: `${network}:${toHex(secp256k1.getPublicKey(secret, true))}`, identity };
}
