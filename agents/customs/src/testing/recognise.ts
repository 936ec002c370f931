import {
  accede,
  awaitOutcome,
  type Instruction,
  type InstructionParameters,
  nonceOf,
  propose,
  signInstruction,
} from '@eslabon/chain';
import { everyRole } from '@eslabon/core';
import type { Agent } from '../create-agent.js';

/** Concludes an arrangement between the authorities of some agents, for every type and role. */
export async function recognise(agents: readonly Agent[]): Promise<void> {
  const [first] = agents as [Agent];
  const terms = {
    label: 'Test arrangement',
    textDigest: `0x${'7e'.repeat(32)}` as const,
    certificateTypes: 7,
    roles: everyRole,
    validFrom: 1_700_000_000,
    validUntil: 0,
    ttl: 86_400,
    exp: 604_800,
    parties: agents.map(({ parts }) => parts.config.country).sort(),
  };
  await act(first, 'arrangementRegistry', (common) => propose({ ...common, arrangement: 0, terms }));
  for (const agent of agents) {
    await act(agent, 'arrangementRegistry', (common) =>
      accede({ ...common, arrangement: 1, version: 1, from: 0 }),
    );
  }
}

/** Has an authority sign an instruction with its own key and carry it to the chain, past its agent's queue. */
export async function act(
  { parts }: Agent,
  registry: 'arrangementRegistry' | 'statusRegistry',
  make: (common: InstructionParameters) => Instruction,
): Promise<void> {
  const { deployment } = parts.config;
  const authority = parts.keys.address;
  const nonce = await nonceOf(parts.client, deployment.contracts[registry].address, authority);
  const deadline = Math.floor(Date.now() / 1000) + 10 * 365 * 86_400;
  const call = await signInstruction(make({ deployment, authority, nonce, deadline }), (digest) =>
    parts.keys.signDigest(`${parts.keys.did}#controller`, digest),
  );
  const { hash } = await parts.submitter.submit(call);
  const outcome = await awaitOutcome(parts.submitter, hash, { pollMs: 10 });
  if (outcome.state === 'reverted') throw new Error(`${hash} reverted: ${outcome.error}`);
}
