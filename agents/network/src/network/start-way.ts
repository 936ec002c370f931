import { randomBytes } from 'node:crypto';
import {
  createChainClient,
  createSubmitter,
  deployThrough,
  encodeCreation,
  gasAllowances,
  type SubmitterConfig,
} from '@eslabon/chain';
import { type Address, EslabonError, type Hex } from '@eslabon/core';
import {
  permissionedMetaTxHubDoubleAbi,
  permissionedMetaTxHubDoubleBytecode,
  relayHubDoubleAbi,
  relayHubDoubleBytecode,
} from '@eslabon/did-registry/doubles';
import { startRelaySigner } from '@eslabon/testkit';
import type { NetworkState, SubmitterModel } from '../state/network-state.js';
import { chainId } from './start-chain.js';

/** By which way the instructions of a network reach its chain. */
export interface Way {
  /** For agents. */
  submitter: SubmitterConfig;
  /** For the deployment of the registries, which takes more gas than agents ever need. */
  deployer: SubmitterConfig;
  stop(): Promise<void>;
}

interface WayOptions {
  state: NetworkState;
  rpcUrl: string;
  /** Accounts that carry. */
  carriers: readonly Address[];
  save(): void;
}

/** Gas of the node in one block: enough to deploy. Agents keep to what a Standard membership has. */
const nodeAllowance = 20_000_000;

/** The largest block on LACChain. */
const maxGasBlockLimit = 150_000_000n;

const nobody: Address = `0x${'0'.repeat(40)}`;

/**
 * Notes by which way a network carries, the first time.
 * @throws EslabonError CONFIG_INVALID when it goes another way already
 */
export function chooseWay(state: NetworkState, wanted: SubmitterModel | undefined): void {
  const current = state.submitter ?? (state.deployment === undefined ? undefined : 'direct');
  if (current !== undefined && wanted !== undefined && current !== wanted) {
    throw new EslabonError('CONFIG_INVALID', `This network carries by “${current}”, not by “${wanted}”.`, {
      hints: [`Begin anew with: npm start -- --fresh --submitter ${wanted}`],
    });
  }
  state.submitter = current ?? wanted ?? 'direct';
}

/** Starts what stands between the agents and the chain: nothing, a RelayHub with its RelaySigner, or a hub. */
export async function startWay(options: WayOptions): Promise<Way> {
  switch (options.state.submitter) {
    case 'relay':
      return startRelay(options);
    case 'hub':
      return startHub(options);
    default: {
      const direct: SubmitterConfig = { model: 'direct' };
      return { submitter: direct, deployer: direct, stop: async () => undefined };
    }
  }
}

async function startRelay({ state, rpcUrl, save }: WayOptions): Promise<Way> {
  state.nodeKey ??= `0x${randomBytes(32).toString('hex')}`;
  const node = carrierOf(rpcUrl, state.nodeKey);
  const grants = [{ node, allowance: BigInt(nodeAllowance) }];
  state.hub ??= await deploy(state, rpcUrl, {
    abi: relayHubDoubleAbi,
    bytecode: relayHubDoubleBytecode,
    args: [grants, maxGasBlockLimit, nobody],
  });
  save();
  const signer = await startRelaySigner({
    nodeUrl: rpcUrl,
    hub: state.hub,
    nodeKey: state.nodeKey,
    gasAllowance: nodeAllowance,
  });
  const deployer = {
    model: 'relay',
    relaySignerUrl: signer.url,
    nodeAddress: signer.nodeAddress,
    expirationSeconds: 600,
    gasAllowance: nodeAllowance,
  } as const;
  return {
    submitter: { ...deployer, gasAllowance: gasAllowances.standard },
    deployer,
    stop: () => signer.close(),
  };
}

async function startHub({ state, rpcUrl, carriers, save }: WayOptions): Promise<Way> {
  const deployer = carrierOf(rpcUrl, state.deployerKey);
  state.hub ??= await deploy(state, rpcUrl, {
    abi: permissionedMetaTxHubDoubleAbi,
    bytecode: permissionedMetaTxHubDoubleBytecode,
    args: [[...carriers, deployer], [deployer], 0n],
  });
  save();
  const submitter: SubmitterConfig = { model: 'hub', hub: state.hub };
  return { submitter, deployer: submitter, stop: async () => undefined };
}

/** Deploys a hub as the administrators of a network do, before anybody can be carried by it. */
async function deploy(
  state: NetworkState,
  rpcUrl: string,
  contract: Parameters<typeof encodeCreation>[0],
): Promise<Address> {
  const submitter = direct(rpcUrl, state.deployerKey);
  const client = createChainClient({ rpcUrl, chainId });
  return (await deployThrough(client, submitter, encodeCreation(contract))).address;
}

function carrierOf(rpcUrl: string, privateKey: Hex): Address {
  return direct(rpcUrl, privateKey).carrier;
}

function direct(rpcUrl: string, privateKey: Hex) {
  return createSubmitter({ model: 'direct' }, { client: createChainClient({ rpcUrl, chainId }), privateKey });
}
