import { keccak256 } from '@eslabon/bundle';
import { createChainClient, createSubmitter, deployThrough, encodeCreation } from '@eslabon/chain';
import {
  permissionedMetaTxHubDoubleAbi,
  permissionedMetaTxHubDoubleBytecode,
  relayHubDoubleAbi,
  relayHubDoubleBytecode,
} from '@eslabon/did-registry/doubles';
import { startAnvil, startRelaySigner, testAccount } from '@eslabon/testkit';
import { deployer } from './deploy-fixture.js';

const chainId = 648540;

/** Gas that the relay's node may use in a block: enough to deploy. */
const allowance = 20_000_000;

const node = testAccount('writer node');

/** A development chain and a way of LACChain to it. */
export interface TestWay {
  rpcUrl: string;
  /** What `--submitter` reads. */
  settings: Record<string, unknown>;
  /** How many contracts the hub has created for the deployer. */
  created(): Promise<number>;
  /** Mines a block so many seconds after the newest. */
  pass(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

/** A RelayHub with one node and its RelaySigner. */
export async function startRelayWay(): Promise<TestWay> {
  const chain = await startHub(relayHubDoubleAbi, relayHubDoubleBytecode, [
    [{ node: node.address, allowance: BigInt(allowance) }],
    150_000_000n,
    `0x${'0'.repeat(40)}`,
  ]);
  const signer = await startRelaySigner({
    ...{ nodeUrl: chain.rpcUrl, hub: chain.hub, nodeKey: node.privateKey, gasAllowance: allowance },
  });
  return {
    rpcUrl: chain.rpcUrl,
    settings: {
      model: 'relay',
      relaySignerUrl: signer.url,
      nodeAddress: node.address,
      gasAllowance: allowance,
    },
    created: () => chain.count('ContractDeployed(address,address,address)'),
    pass: chain.pass,
    async stop() {
      await signer.close();
      await chain.stop();
    },
  };
}

/** A PermissionedMetaTxHub that knows the deployer as caller, and as deployer if it `admits` it. */
export async function startHubWay({ admits = true } = {}): Promise<TestWay> {
  const carriers = [deployer.address];
  const chain = await startHub(permissionedMetaTxHubDoubleAbi, permissionedMetaTxHubDoubleBytecode, [
    carriers,
    admits ? carriers : [],
    0n,
  ]);
  return {
    rpcUrl: chain.rpcUrl,
    settings: { model: 'hub', hub: chain.hub },
    created: () => chain.count('ContractDeployed(address,address,bytes32)'),
    pass: chain.pass,
    stop: () => chain.stop(),
  };
}

type Contract = Parameters<typeof encodeCreation>[0];

async function startHub(abi: Contract['abi'], bytecode: Contract['bytecode'], args: Contract['args']) {
  const anvil = await startAnvil();
  const { rpcUrl } = anvil;
  const client = createChainClient({ rpcUrl, chainId });
  const { privateKey } = testAccount('network administrator');
  const administrator = createSubmitter({ model: 'direct' }, { client, privateKey });
  const { address: hub } = await deployThrough(
    client,
    administrator,
    encodeCreation({ abi, bytecode, args }),
  );
  return {
    rpcUrl,
    hub,
    async count(event: string): Promise<number> {
      const topic = `0x${Buffer.from(keccak256(Buffer.from(event))).toString('hex')}`;
      const filter = { address: hub, fromBlock: '0x0', topics: [topic] };
      const logs = (await client.request('eth_getLogs', [filter])) as { topics: string[] }[];
      const of = `0x${deployer.address.slice(2).padStart(64, '0')}`;
      return logs.filter(({ topics }) => topics.includes(of)).length;
    },
    async pass(seconds: number): Promise<void> {
      await client.request('evm_increaseTime', [seconds]);
      await client.request('evm_mine');
    },
    stop: () => anvil.stop(),
  };
}
