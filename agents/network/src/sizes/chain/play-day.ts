import type { StatusChange } from '@eslabon/chain';
import { accede, setStatus } from '@eslabon/chain';
import type { Country, StatusListFact } from '@eslabon/core';
import { statusMask, statusWord } from '@eslabon/core';
import { shareOut } from '../plan/administrations.js';
import type { Random } from '../plan/random.js';
import { createRandom } from '../plan/random.js';
import type { Scenario } from '../plan/scenarios.js';
import { attestKeyHistory, publishKey } from './attest-key-history.js';
import type { SealedChain } from './sealed-chain.js';
import { authorityOf } from './sealed-chain.js';

const statusChanges = 12;
const hour = 3_600;

/** What may happen on a day: twelve status changes, an accession that was `late`, and an authority with a new key. */
export async function playDay(
  chain: SealedChain,
  { administrations, certificates }: Scenario,
  late: { country: Country; arrangement: number },
): Promise<void> {
  const random = createRandom('a day');
  const shares = [...shareOut(certificates, administrations)];
  for (let turn = 0; turn < statusChanges; turn++) {
    await chain.pass(hour + random.below(hour));
    const [country, count] = shares[turn % shares.length] as [Country, number];
    await chain.index.sync();
    const { address } = authorityOf(country);
    const list = chain.index.factsAt().statuses.lists.find(({ authority }) => authority === address);
    if (list === undefined) throw new Error(`${country} has no status list.`);
    const changes = [changeOf(list, count, turn, random)];
    await chain.act(authorityOf(country), 'statusRegistry', setStatus, { changes });
  }
  const { country, arrangement } = late;
  const accession = { arrangement, version: 1, from: 0 };
  await chain.act(authorityOf(country), 'arrangementRegistry', accede, accession);
  const [changing] = administrations as [Country];
  await publishKey(chain, changing, 3);
  await attestKeyHistory(chain, changing, 3);
}

/** In turn: one is revoked, one reinstated, two are suspended. */
function changeOf(list: StatusListFact, certificates: number, turn: number, random: Random): StatusChange {
  const none = { list: list.list, revoke: 0n, suspend: 0n, reinstate: 0n };
  const [suspendedWord] = list.suspended;
  if (turn % 4 === 1 && suspendedWord !== undefined) {
    const [word, bits] = suspendedWord;
    return { ...none, word, reinstate: bits & -bits };
  }
  for (;;) {
    const index = random.below(certificates);
    const [word, bit] = [statusWord(index), statusMask(index)];
    const taken = (list.revoked.get(word) ?? 0n) | (list.suspended.get(word) ?? 0n);
    if ((taken & bit) === 0n) return { ...none, word, [turn % 4 === 0 ? 'revoke' : 'suspend']: bit };
  }
}
