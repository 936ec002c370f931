import type { Deployment } from '@eslabon/bundle';
import type { Country } from '@eslabon/core';
import type { Anvil, SealSchedule, TestAccount } from '@eslabon/testkit';
import { startAnvil, testAccount, testKey } from '@eslabon/testkit';
import type { ChainClient } from '../client/create-chain-client.js';
import { createChainClient } from '../client/create-chain-client.js';
import { getBlock } from '../client/get-block.js';
import { deployRegistries } from '../deploy/deploy-registries.js';
import type { Instruction, InstructionParameters } from '../instructions/instruction.js';
import { nonceOf } from '../instructions/nonce-of.js';
import { signInstruction } from '../instructions/sign-instruction.js';
import { awaitOutcome } from '../submit/await-outcome.js';
import { createDirectSubmitter } from '../submit/create-direct-submitter.js';
import type { Submitter } from '../submit/submitter.js';

type Registry = Exclude<keyof Deployment['contracts'], 'didRegistry'>;

/** A development chain with the registries on it, and hands to work them with. For tests. */
export interface TestRegistries {
  anvil: Anvil;
  client: ChainClient;
  deployment: Deployment & { deployBlock: number };
  submitter: Submitter;
  /** The same account for the same country in every test. */
  authority(country: string): TestAccount;
  /** Timestamp of the newest block. */
  now(): Promise<number>;
  /** Mines a block `seconds` after the newest. */
  pass(seconds: number): Promise<void>;
  /**
   * Has an authority sign an instruction with its next nonce, submits it and waits.
   * @returns the block that has it
   */
  act<P>(
    actor: TestAccount,
    registry: Registry,
    make: (parameters: InstructionParameters & P) => Instruction,
    parameters: P,
  ): Promise<number>;
}

/**
 * @param seal gives the chain the headers of a BFT protocol, and the deployment its `consensus`
 * @param statePath file to keep the chain in, so that another node can go on from a copy of it
 */
export async function startRegistries(
  founders: readonly string[],
  seal?: SealSchedule,
  statePath?: string,
): Promise<TestRegistries> {
  const anvil = await startAnvil({ ...(seal && { seal }), ...(statePath && { statePath }) });
  const { rpcUrl } = anvil;
  const chainId = 648540;
  const client = createChainClient({ rpcUrl, chainId });
  const authority = (country: string) => testAccount(`authority of ${country}`);
  const deployed = await deployRegistries({
    rpcUrl,
    chainId,
    deployerKey: testKey('deployer'),
    founders: founders.map((country) => ({ country: country as Country, did: authority(country).address })),
  });
  const deployment = seal === undefined ? deployed : { ...deployed, consensus: [...seal.consensus] };
  const submitter = createDirectSubmitter({ client, privateKey: testKey('submitter') });
  const now = async () => (await getBlock(client, 'latest')).timestamp;

  return {
    anvil,
    client,
    deployment,
    submitter,
    authority,
    now,
    async pass(seconds) {
      await client.request('evm_setNextBlockTimestamp', [(await now()) + seconds]);
      await client.request('evm_mine');
    },
    async act({ address, signDigest }, registry, make, parameters) {
      const nonce = await nonceOf(client, deployment.contracts[registry].address, address);
      const deadline = (await now()) + 86_400;
      const instruction = make({ deployment, authority: address, nonce, deadline, ...parameters });
      const { hash } = await submitter.submit(await signInstruction(instruction, signDigest));
      const outcome = await awaitOutcome(submitter, hash, { pollMs: 5 });
      if (outcome.state === 'reverted') throw new Error(`${hash} reverted: ${outcome.error}`);
      return outcome.blockNumber;
    },
  };
}
