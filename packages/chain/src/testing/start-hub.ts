import type { Address } from '@eslabon/core';
import {
  permissionedMetaTxHubDoubleAbi,
  permissionedMetaTxHubDoubleBytecode,
  relayHubDoubleAbi,
  relayHubDoubleBytecode,
} from '@eslabon/did-registry/doubles';
import type { Anvil, RelaySigner } from '@eslabon/testkit';
import { startAnvil, startRelaySigner, testAccount, testKey } from '@eslabon/testkit';
import type { ChainClient } from '../client/create-chain-client.js';
import { createChainClient } from '../client/create-chain-client.js';
import { deployThrough, encodeCreation } from '../deploy/deploy-through.js';
import { createDirectSubmitter } from '../submit/create-direct-submitter.js';
import type { SubmitterConfig } from '../submit/submitter-config.js';

const chainId = 648540;

/** A development chain with a hub of LACChain on it. For tests. */
export interface TestHub {
  anvil: Anvil;
  client: ChainClient;
  hub: Address;
  stop(): Promise<void>;
}

export interface TestRelay extends TestHub {
  signer: RelaySigner;
  config: Extract<SubmitterConfig, { model: 'relay' }>;
}

/** An account that no network and no hub knows. */
export const ingress = testAccount('account ingress').address;

/**
 * A RelayHub with one node, and the node's RelaySigner.
 * @param allowance gas of the node in one block
 */
export async function startRelay(
  allowance = 20_000_000,
  options: { triesFirst?: boolean; maxGasBlockLimit?: bigint } = {},
): Promise<TestRelay> {
  const { anvil, client } = await startChain();
  const node = testAccount('writer node');
  const grants = [{ node: node.address, allowance: BigInt(allowance) }];
  const args = [grants, options.maxGasBlockLimit ?? 150_000_000n, ingress] as const;
  const hub = await deploy(client, { abi: relayHubDoubleAbi, bytecode: relayHubDoubleBytecode, args });
  const signer = await startRelaySigner({
    nodeUrl: anvil.rpcUrl,
    hub,
    nodeKey: node.privateKey,
    gasAllowance: allowance,
    ...(options.triesFirst === undefined ? {} : { triesFirst: options.triesFirst }),
  });
  return {
    anvil,
    client,
    hub,
    signer,
    config: {
      model: 'relay',
      relaySignerUrl: signer.url,
      nodeAddress: signer.nodeAddress,
      expirationSeconds: 600,
      gasAllowance: allowance,
    },
    async stop() {
      await signer.close();
      await anvil.stop();
    },
  };
}

/** A PermissionedMetaTxHub that knows `carriers`, also as deployers. */
export async function startMetaTxHub(carriers: readonly Address[], gasLimitPerBlock = 0n): Promise<TestHub> {
  const { anvil, client } = await startChain();
  const hub = await deploy(client, {
    abi: permissionedMetaTxHubDoubleAbi,
    bytecode: permissionedMetaTxHubDoubleBytecode,
    args: [carriers, carriers, gasLimitPerBlock],
  });
  return { anvil, client, hub, stop: () => anvil.stop() };
}

async function startChain() {
  const anvil = await startAnvil();
  return { anvil, client: createChainClient({ rpcUrl: anvil.rpcUrl, chainId }) };
}

async function deploy(client: ChainClient, contract: Parameters<typeof encodeCreation>[0]): Promise<Address> {
  const submitter = createDirectSubmitter({ client, privateKey: testKey('network administrator') });
  return (await deployThrough(client, submitter, encodeCreation(contract))).address;
}
