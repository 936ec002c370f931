import { nonceOf, setStatus, signInstruction } from '@eslabon/chain';
import { EslabonError, statusMask, statusWord } from '@eslabon/core';
import { changeStatus, inShort, renewBundle } from './help.js';
import type { Step, World } from './story.js';

const certificateOf = (world: World) => {
  const params = { id: world.kept.get('certificate') as string };
  return world.client('PE', 'supervisor').getCertificate({ params });
};

/** Suspended, reinstated, revoked; and what an older bundle says meanwhile. */
export const statusSteps: readonly Step[] = [
  {
    name: 'suspended-old-bundle',
    tells: 'Peru suspends. The bundle from before still recognises it, and says how old it is.',
    expected: 'RECOGNISED (Pacific Alliance), with its age',
    async run(world) {
      await changeStatus(world, 'PE', await certificateOf(world), 'suspend');
      const verdict = await world.post.decide('peru.jwt', 'first.bundle');
      const { asOf } = verdict;
      const told = asOf !== undefined && Number.isFinite(asOf.age) && asOf.blockNumber > 0;
      return `${inShort(verdict)}, ${told ? 'with its age' : 'without its age'}`;
    },
  },
  {
    name: 'suspended-new-bundle',
    tells: 'With the new bundle the post sees the suspension.',
    expected: 'SUSPENDED (STATUS_SUSPENDED)',
    async run(world) {
      await renewBundle(world, 'second.bundle');
      return inShort(await world.post.decide('peru.jwt', 'second.bundle'));
    },
  },
  {
    name: 'reinstated',
    tells: 'Peru reinstates.',
    expected: 'RECOGNISED (Pacific Alliance)',
    async run(world) {
      await changeStatus(world, 'PE', await certificateOf(world), 'reinstate');
      await renewBundle(world, 'third.bundle');
      return inShort(await world.post.decide('peru.jwt', 'third.bundle'));
    },
  },
  {
    name: 'revoked',
    tells: 'Peru revokes.',
    expected: 'REVOKED (STATUS_REVOKED)',
    async run(world) {
      await changeStatus(world, 'PE', await certificateOf(world), 'revoke');
      await renewBundle(world, 'fourth.bundle');
      return inShort(await world.post.decide('peru.jwt', 'fourth.bundle'));
    },
  },
  {
    name: 'reinstating-refused-by-agent',
    tells: 'Revocation is final: the agent refuses to reinstate.',
    expected: 'STATUS_REVOKED_IS_FINAL',
    run: async (world) => codeOf(changeStatus(world, 'PE', await certificateOf(world), 'reinstate')),
  },
  {
    name: 'reinstating-refused-by-contract',
    tells: 'And the contract refuses it too, signed by Peru itself.',
    expected: 'CHAIN_REVOKED_IS_FINAL',
    async run(world) {
      const { parts } = world.agent('PE');
      const { deployment } = parts.config;
      const { list, index } = (await certificateOf(world)).statusEntry as { list: number; index: number };
      const change = { list, word: statusWord(index), revoke: 0n, suspend: 0n, reinstate: statusMask(index) };
      const instruction = setStatus({
        deployment,
        authority: parts.keys.address,
        changes: [change],
        nonce: await nonceOf(parts.client, deployment.contracts.statusRegistry.address, parts.keys.address),
        deadline: Math.floor(Date.now() / 1000) + 600,
      });
      const sign = (digest: `0x${string}`) => parts.keys.signDigest(`${parts.keys.did}#controller`, digest);
      return codeOf(parts.submitter.submit(await signInstruction(instruction, sign)));
    },
  },
];

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'accepted';
  } catch (error) {
    if (error instanceof EslabonError) return error.code;
    throw error;
  }
}
