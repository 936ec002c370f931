import type { StatusChange } from '@eslabon/chain';
import { accede, propose, setStatus } from '@eslabon/chain';
import type { Country } from '@eslabon/core';
import { shareOut } from '../plan/administrations.js';
import type { Agreement } from '../plan/agreements.js';
import { createRandom } from '../plan/random.js';
import type { Scenario } from '../plan/scenarios.js';
import { planStatuses } from '../plan/statuses.js';
import { attestKeyHistory, publishKey } from './attest-key-history.js';
import type { SealedChain } from './sealed-chain.js';
import { authorityOf } from './sealed-chain.js';

/** Changes that one instruction may make so that it fits a block of LACChain's. */
const changesAtOnce = 64;
/** Seconds until the next event at most: fewer than the days of a checkpoint's trust in all. */
const pause = 7_200;

/**
 * Everything that a network's administrations write: keys, arrangements, statuses, one after the other at odd times.
 * @param late an accession that is left for later
 */
export async function playNetwork(
  chain: SealedChain,
  scenario: Scenario,
  late?: { country: Country; arrangement: number },
): Promise<void> {
  const random = createRandom(`times of ${scenario.name}`);
  const { administrations, certificates } = scenario;
  for (const country of administrations) {
    await chain.pass(1 + random.below(pause));
    for (const number of [1, 2]) await publishKey(chain, country, number);
    await attestKeyHistory(chain, country, 2);
  }
  for (const [at, agreement] of scenario.agreements().entries()) {
    await conclude(
      chain,
      agreement,
      at + 1,
      (country) => late?.arrangement === at + 1 && late.country === country,
    );
  }
  for (const [country, count] of shareOut(certificates, administrations)) {
    await chain.pass(1 + random.below(pause));
    await setStatuses(chain, country, count);
  }
}

async function conclude(
  chain: SealedChain,
  { terms, acceded }: Agreement,
  arrangement: number,
  isLate: (country: Country) => boolean,
): Promise<void> {
  const [proposer] = acceded as [Country];
  await chain.act(authorityOf(proposer), 'arrangementRegistry', propose, { arrangement: 0, terms });
  for (const country of acceded) {
    if (isLate(country)) continue;
    const accession = { arrangement, version: 1, from: 0 };
    await chain.act(authorityOf(country), 'arrangementRegistry', accede, accession);
  }
}

/** Word by word, as agents do; a word has both what is revoked and what is suspended. */
async function setStatuses(chain: SealedChain, country: Country, certificates: number): Promise<void> {
  const { revoked, suspended } = planStatuses(country, certificates);
  const words = [...new Set([...revoked.keys(), ...suspended.keys()])].sort((a, b) => a - b);
  const changes = words.map((word): StatusChange => {
    const [revoke, suspend] = [revoked.get(word) ?? 0n, suspended.get(word) ?? 0n];
    return { list: 0, word, revoke, suspend, reinstate: 0n };
  });
  for (let at = 0; at < changes.length; at += changesAtOnce) {
    const some = changes.slice(at, at + changesAtOnce);
    await chain.act(authorityOf(country), 'statusRegistry', setStatus, { changes: some });
  }
}
