import type { Deployment } from '@eslabon/bundle';
import type { ChainClient, EventIndex, Instruction, InstructionParameters } from '@eslabon/chain';
import {
  awaitOutcome,
  createChainClient,
  createDirectSubmitter,
  createEventIndex,
  createMemoryEventStore,
  deployRegistries,
  erc1056Nonce,
  getBlock,
  nonceOf,
  signInstruction,
  toRefusal,
} from '@eslabon/chain';
import type { Country } from '@eslabon/core';
import type { SealSchedule, TestAccount } from '@eslabon/testkit';
import { startAnvil, testAccount, testKey } from '@eslabon/testkit';
import { chainId } from '../../network/start-chain.js';
import type { Scenario } from '../plan/scenarios.js';

type Registry = Exclude<keyof Deployment['contracts'], 'didRegistry'>;

/** A development chain whose blocks test validators seal, with the registries on it. */
export interface SealedChain {
  client: ChainClient;
  deployment: Deployment;
  index: EventIndex;
  /** Has an authority sign an instruction to a registry, and waits until it is mined. */
  act<P>(
    authority: TestAccount,
    registry: Registry,
    make: (parameters: InstructionParameters & P) => Instruction,
    parameters: P,
  ): Promise<void>;
  /** The same for ERC-1056, which counts by itself. */
  change(identity: TestAccount, make: (nonce: number) => Instruction): Promise<void>;
  /** Lets time pass before the next block. */
  pass(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

export const authorityOf = (country: Country): TestAccount => testAccount(`authority of ${country}`);

export const validatorsOf = (count: number): TestAccount[] =>
  Array.from({ length: count }, (_, i) => testAccount(`validator ${i}`));

export async function startSealedChain({ administrations, validators }: Scenario): Promise<SealedChain> {
  const seal: SealSchedule = {
    consensus: [{ fromBlock: 0, protocol: 'qbft' }],
    validators: [{ fromBlock: 0, validators: validatorsOf(validators) }],
    // As many as there are: a chain that works well has all of them.
    signers: 'all',
  };
  const anvil = await startAnvil({ seal, chainId });
  try {
    return await deploy(anvil, administrations, seal);
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

async function deploy(
  { rpcUrl, stop }: Awaited<ReturnType<typeof startAnvil>>,
  administrations: readonly Country[],
  seal: SealSchedule,
): Promise<SealedChain> {
  const client = createChainClient({ rpcUrl, chainId });
  const founders = administrations.map((country) => ({ country, did: authorityOf(country).address }));
  const deployed = await deployRegistries({ rpcUrl, chainId, deployerKey: testKey('deployer'), founders });
  const deployment = { ...deployed, consensus: [...seal.consensus] };
  const submitter = createDirectSubmitter({ client, privateKey: testKey('submitter') });
  const { deployBlock } = deployed;
  const index = createEventIndex({ client, deployment, deployBlock, store: createMemoryEventStore() });

  const carry = async (instruction: Instruction, { signDigest }: TestAccount): Promise<void> => {
    const { hash } = await submitter.submit(await signInstruction(instruction, signDigest));
    const outcome = await awaitOutcome(submitter, hash, { pollMs: 5 });
    if (outcome.state === 'reverted') throw toRefusal(hash, outcome);
  };

  return {
    client,
    deployment,
    index,
    stop,
    async act(authority, registry, make, parameters) {
      const nonce = await nonceOf(client, deployment.contracts[registry].address, authority.address);
      const deadline = (await getBlock(client, 'latest')).timestamp + 7 * 86_400;
      await carry(
        make({ deployment, authority: authority.address, nonce, deadline, ...parameters }),
        authority,
      );
    },
    async change(identity, make) {
      await carry(make(await erc1056Nonce(client, deployment, identity.address)), identity);
    },
    async pass(seconds) {
      await client.request('evm_increaseTime', [seconds]);
    },
  };
}
