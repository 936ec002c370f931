import type { Address, Hex } from '@eslabon/core';
import { Contract, ContractFactory, NonceManager, Wallet } from 'ethers';
import { EthereumDIDRegistry } from 'ethr-did-resolver';
import { createRpcProvider } from '../chain/create-rpc-provider.js';

export interface TestDidRegistry {
  address: Address;
  /** Publishes an attribute as the owner of the identity itself, in a block of its own. */
  setAttribute(privateKey: string, attribute: { name: Hex; value: Hex }, validity?: number): Promise<void>;
}

const freeGas = { type: 0, gasPrice: 0 };

/** Deploys the stock EthereumDIDRegistry on a development chain with free gas. */
export async function deployDidRegistry(rpcUrl: string, chainId: number): Promise<TestDidRegistry> {
  const provider = createRpcProvider(rpcUrl, chainId);
  const deployer = new NonceManager(Wallet.createRandom(provider));
  const contract = await ContractFactory.fromSolidity(EthereumDIDRegistry, deployer).deploy(freeGas);
  await contract.waitForDeployment();
  const address = (await contract.getAddress()).toLowerCase() as Address;
  return {
    address,
    async setAttribute(privateKey, { name, value }, validity = 10 * 365 * 86_400) {
      const wallet = new Wallet(privateKey, provider);
      const registry = new Contract(address, EthereumDIDRegistry.abi, wallet);
      const sent = await registry.getFunction('setAttribute')(wallet.address, name, value, validity, freeGas);
      await sent.wait();
    },
  };
}
