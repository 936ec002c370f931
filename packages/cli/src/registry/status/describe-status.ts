import type { Language } from '@eslabon/core';
import { describeInstant } from '../../output/describe-instant.js';
import type { RegistryStatus } from './registry-status.js';
import { statusSentences } from './status-sentences.js';

/** What the registries hold, as lines for a person. */
export function describeStatus(status: RegistryStatus, language: Language): string[] {
  const say = statusSentences[language];
  const { chainId, block, authorities, successor, arrangements, counts } = status;
  const member = ({
    country,
    did,
    removedAt,
    keySetBlock,
    nonces,
  }: RegistryStatus['authorities'][number]) => {
    const state = removedAt === null ? [] : [say.removed(describeInstant(removedAt))];
    const keys = keySetBlock === null ? say.noKeys : say.keys(keySetBlock);
    const { authorityRegistry, arrangementRegistry, statusRegistry } = nonces;
    return [
      `${country} ${did}`,
      ...state,
      keys,
      say.nonces(authorityRegistry, arrangementRegistry, statusRegistry),
    ].join('; ');
  };
  return [
    `✔ ${say.pinned(chainId, block.number, describeInstant(block.time))}`,
    '',
    say.authorities(counts.members, counts.records),
    ...authorities.map((authority) => `  ${member(authority)}`),
    '',
    say.arrangements(arrangements.length, counts.arrangements),
    ...arrangements.flatMap(({ label, version, parties, suspended }) => [
      `  ${label} (v${version}): ${parties.join(', ')}`,
      ...suspended.map(([by, against]) => `    ${say.suspended(by, against)}`),
    ]),
    '',
    say.counts(counts),
    say.proposals(counts.openProposals, counts.proposals),
    successor === null ? say.noSuccessor : say.successor(successor),
  ];
}
