// A Berlin chain with two of each registry: the real one, and the one of test/gas that takes the same changes from their
// sender. Nothing depends on the clock or on chance, so that every run gives the same gas.
import { startAnvil, testAccount } from '@eslabon/testkit';
import { createPublicClient, createWalletClient, http, toHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { buildContracts, buildDirectContracts, readStockRegistry } from '../build-contracts.mjs';

export const chainId = 648540;

/** Countries of the founders. */
const countries = ['BO', 'CL', 'CO', 'CR', 'EC', 'GT', 'MX', 'PE'];

/** Timestamp of the first block that matters: far enough ahead of any clock. */
const start = 4_000_000_000;

const account = (label) => privateKeyToAccount(testAccount(label).privateKey);

export const accounts = Object.fromEntries(countries.map((country) => [country, account(`gas ${country}`)]));

export async function startGasChain() {
  const anvil = await startAnvil({ chainId });
  const client = createPublicClient({ transport: http(anvil.rpcUrl), pollingInterval: 10 });
  let now = start;

  /** Sends one transaction in a block of its own, 10 seconds after the last. */
  async function send(from, transaction) {
    now += 10;
    await client.request({ method: 'evm_setNextBlockTimestamp', params: [now] });
    const wallet = createWalletClient({ account: from, transport: http(anvil.rpcUrl) });
    const sent = { ...transaction, chain: null, type: 'legacy', gasPrice: 0n };
    const hash = await ('bytecode' in transaction ? wallet.deployContract(sent) : wallet.writeContract(sent));
    const receipt = await client.waitForTransactionReceipt({ hash });
    if (receipt.status !== 'success') throw new Error(`${transaction.functionName} reverted.`);
    return receipt;
  }

  const carrier = account('gas carrier');
  async function deploy({ abi, bytecode }, args) {
    return { abi, address: (await send(carrier, { abi, bytecode, args })).contractAddress };
  }

  const founders = countries.map((country) => ({ country: toHex(country), did: accounts[country].address }));
  const erc1056 = await deploy(readStockRegistry(), []);
  async function deployRegistries(compiled, prefix) {
    const names = ['AuthorityRegistry', 'ArrangementRegistry', 'StatusRegistry'];
    const [authority, arrangement, status] = names.map((name) => compiled[`${prefix}${name}`]);
    const authorities = await deploy(authority, [erc1056.address, founders]);
    return {
      AuthorityRegistry: authorities,
      ArrangementRegistry: await deploy(arrangement, [erc1056.address, authorities.address]),
      StatusRegistry: await deploy(status, [erc1056.address, authorities.address]),
    };
  }
  const contracts = buildContracts();
  const sizes = Object.fromEntries(
    Object.entries(contracts).map(([name, { runtimeSize }]) => [name, runtimeSize]),
  );
  const signed = await deployRegistries(contracts, '');
  const direct = await deployRegistries(buildDirectContracts(), 'Direct');
  return { client, erc1056, sizes, signed, direct, send, carrier, now: () => now, stop: () => anvil.stop() };
}
