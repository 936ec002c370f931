import type { Language } from '@eslabon/core';
import { describeAge } from '../../output/describe-age.js';
import { describeInstant } from '../../output/describe-instant.js';
import { inspectSentences } from './inspect-sentences.js';
import type { BundleSummary } from './summarise-bundle.js';

/** What a bundle proves and what it does not, as lines for a person. */
export function describeBundle(summary: BundleSummary, language: Language): string[] {
  const say = inspectSentences[language];
  const { chainId, block, age, trust, register, authorities, arrangements, statusLists } = summary;
  return [
    say.holds,
    say.block(chainId, block.number, describeInstant(block.time), describeAge(age, language)),
    ...describeTrust(summary, language),
    register === undefined ? say.noRegister : say.register(register),
    say.file(summary.digest, summary.bytes),
    ...section(
      say.authorities,
      authorities.map(({ country, did, keys, keysCurrent, removedAt }) => {
        const state = keys === 0 ? say.noKeys : keysCurrent ? say.keysCurrent : say.keysOutdated;
        const removed = removedAt === undefined ? [] : [say.removed(describeInstant(removedAt))];
        return [say.authority(country, did, keys), state, ...removed].join('; ');
      }),
      say.none,
    ),
    ...section(
      say.arrangements,
      arrangements.flatMap(({ label, version, parties, suspended }) => [
        `${label} (v${version}): ${parties.join(', ')}`,
        ...suspended.map(([by, against]) => `  ${say.suspended(by, against)}`),
      ]),
      say.none,
    ),
    ...section(
      say.lists,
      statusLists.map(({ country, authority, list, revoked, suspended, updatedAt }) =>
        say.list(country ?? authority, list, revoked, suspended, describeInstant(updatedAt)),
      ),
      say.none,
    ),
    ...section(say.limits, [...say.notProven[trust.mode], ...say.notProven.any], say.none),
  ];
}

/** Attested and sealed are never said in the same words: one is the word of an authority, the other that of a network. */
function describeTrust({ trust }: BundleSummary, language: Language): string[] {
  const say = inspectSentences[language];
  if (trust.mode === 'attested') return [say.attested(trust.country, trust.attestor)];
  const { protocol, signers, validators, hops } = trust;
  return [
    say.sealed(protocolNames[protocol], signers, validators),
    say.hops(hops),
    ...(validators < byzantine ? [say.fewValidators(validators)] : []),
  ];
}

const protocolNames = { qbft: 'QBFT', ibft2: 'IBFT 2.0' } as const;

/** Fewer validators do not survive a single one that lies (proofs.md §3). */
const byzantine = 4;

function section(heading: string, lines: readonly string[], none: string): string[] {
  return ['', heading, ...(lines.length === 0 ? [none] : lines).map((line) => `  ${line}`)];
}
