import { startAnvil, testAccount } from '@eslabon/testkit';
import type { Address, Hash, TransactionReceipt } from 'viem';
import { createPublicClient, createWalletClient, http, toHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import * as registry from '../index.js';

const account = (label: string) => privateKeyToAccount(testAccount(label).privateKey);

/** Owners of the founding authorities, and an account that no registry knows. */
export const [pe, mx, carrier] = [account('PE'), account('MX'), account('any submitter')];

/** Fields of a LACChain transaction: legacy, gas price 0. */
export const sent = { chain: null, type: 'legacy', gasPrice: 0n } as const;

/** A development chain of its own with all contracts, founded by PE and MX. */
export async function startDevRegistries() {
  const anvil = await startAnvil({ chainId: 648540 });
  const client = createPublicClient({ transport: http(anvil.rpcUrl), pollingInterval: 20 });
  const wallet = createWalletClient({ account: carrier, transport: http(anvil.rpcUrl) });

  /** Waits for a transaction and insists on its success. */
  async function mined(hash: Promise<Hash>): Promise<TransactionReceipt> {
    const receipt = await client.waitForTransactionReceipt({ hash: await hash });
    if (receipt.status !== 'success') throw new Error(`Transaction ${receipt.transactionHash} reverted.`);
    return receipt;
  }

  async function addressOf(hash: Promise<Hash>): Promise<Address> {
    const { contractAddress } = await mined(hash);
    if (!contractAddress) throw new Error('The deployment gave no address.');
    return contractAddress;
  }

  const erc1056 = await addressOf(
    wallet.deployContract({
      ...sent,
      abi: registry.ethereumDidRegistryAbi,
      bytecode: registry.ethereumDidRegistryBytecode,
    }),
  );
  const founders = [
    { country: toHex('PE'), did: pe.address },
    { country: toHex('MX'), did: mx.address },
  ];
  const authorities = await addressOf(
    wallet.deployContract({
      ...sent,
      abi: registry.authorityRegistryAbi,
      bytecode: registry.authorityRegistryBytecode,
      args: [erc1056, founders],
    }),
  );
  const arrangements = await addressOf(
    wallet.deployContract({
      ...sent,
      abi: registry.arrangementRegistryAbi,
      bytecode: registry.arrangementRegistryBytecode,
      args: [erc1056, authorities],
    }),
  );
  const statuses = await addressOf(
    wallet.deployContract({
      ...sent,
      abi: registry.statusRegistryAbi,
      bytecode: registry.statusRegistryBytecode,
      args: [erc1056, authorities],
    }),
  );
  return {
    client,
    wallet,
    mined,
    stop: () => anvil.stop(),
    deadline: (await client.getBlock()).timestamp + 3_600n,
    authorities: { abi: registry.authorityRegistryAbi, address: authorities },
    arrangements: { abi: registry.arrangementRegistryAbi, address: arrangements },
    statuses: { abi: registry.statusRegistryAbi, address: statuses },
  };
}

export type DevRegistries = Awaited<ReturnType<typeof startDevRegistries>>;
