import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  accede,
  awaitOutcome,
  type Instruction,
  nonceOf,
  propose,
  signInstruction,
  toRefusal,
} from '@eslabon/chain';
import { type ArrangementFacts, EslabonError, type Hash } from '@eslabon/core';
import type { Agent } from '@eslabon/customs';
import { type ArrangementPlan, freshness } from '../arrangements/arrangements.js';

const lifetime = 3600;

/**
 * Brings an arrangement into force: one party proposes the terms, and each party of the network accedes with its own
 * signature. Does only what the chain does not show yet.
 */
export async function concludeArrangement(
  agents: ReadonlyMap<string, Agent>,
  plan: ArrangementPlan,
): Promise<void> {
  const members = plan.parties.flatMap((country) => agents.get(country) ?? []);
  const [first] = members as [Agent];
  if (find(await factsOf(first), plan) === undefined) {
    await act(first, (common) =>
      propose({
        ...common,
        arrangement: 0,
        terms: {
          label: plan.label,
          textDigest: digestOf(plan.text),
          certificateTypes: plan.certificateTypes,
          roles: plan.roles,
          validFrom: plan.validFrom,
          validUntil: 0,
          ...freshness,
          parties: [...plan.parties],
        },
      }),
    );
  }
  const arrangement = find(await factsOf(first), plan);
  if (arrangement === undefined)
    throw new EslabonError('INTERNAL', `The proposal of ${plan.label} is not on the chain.`);
  for (const member of members) {
    const { country } = member.parts.config;
    if (arrangement.accessions.some((accession) => accession.country === country)) continue;
    await act(member, (common) => accede({ ...common, arrangement: arrangement.id, version: 1, from: 0 }));
  }
}

async function factsOf({ parts }: Agent): Promise<ArrangementFacts> {
  await parts.follower.sync();
  return parts.follower.index.factsAt().arrangements;
}

function find({ arrangements }: ArrangementFacts, { label }: ArrangementPlan) {
  return arrangements.find((arrangement) => arrangement.versions[0]?.label === label);
}

async function act(
  { parts }: Agent,
  make: (common: Omit<Parameters<typeof accede>[0], 'arrangement' | 'version' | 'from'>) => Instruction,
): Promise<void> {
  const { deployment } = parts.config;
  const authority = parts.keys.address;
  const nonce = await nonceOf(parts.client, deployment.contracts.arrangementRegistry.address, authority);
  const instruction = make({
    deployment,
    authority,
    nonce,
    deadline: Math.floor(Date.now() / 1000) + lifetime,
  });
  const call = await signInstruction(instruction, (digest) =>
    parts.keys.signDigest(`${parts.keys.did}#controller`, digest),
  );
  const { hash } = await parts.submitter.submit(call);
  const outcome = await awaitOutcome(parts.submitter, hash, { pollMs: 20 });
  if (outcome.state === 'reverted') throw toRefusal(hash, outcome);
}

function digestOf(file: string): Hash {
  const text = readFileSync(new URL(`../../data/arrangements/${file}`, import.meta.url));
  return `0x${createHash('sha256').update(text).digest('hex')}`;
}
