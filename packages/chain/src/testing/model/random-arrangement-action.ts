import type { ArrangementVersion, Country } from '@eslabon/core';
import { everyRole } from '@eslabon/core';
import { testKey } from '@eslabon/testkit';
import type { Random } from '../random.js';
import type { ArrangementEntry } from './arrangement-model.js';
import { holds } from './arrangement-model.js';
import type { ArrangementAction, OrderBlock } from './order.js';
import type { OrderSource } from './random-order.js';
import { countries } from './random-order.js';

/** So many that most can still be acceded to at the end. */
const mostArrangements = 60;

/** Something that a country may do about an arrangement, mostly. */
export function randomArrangementAction(
  { model, random }: OrderSource,
  country: Country,
  block: OrderBlock,
): ArrangementAction {
  const { arrangements } = model.arrangementRegistry;
  const arrangement = random.below(arrangements.length + 1) + (random.below(30) === 0 ? 1 : 0);
  const entry = arrangements[arrangement - 1];
  if (entry === undefined || (arrangements.length < mostArrangements && random.below(40) === 0)) {
    const anew = arrangements.length < mostArrangements || random.below(8) === 0;
    return {
      kind: 'propose',
      arrangement: anew ? 0 : arrangement,
      terms: randomTerms(random, country, block),
    };
  }
  const own = entry.versions.flatMap(({ parties }, index) => (parties.includes(country) ? [index + 1] : []));
  const version = own.length > 0 ? random.pick(own) : 1;
  const from = instant(random, block);
  const against = random.pick(random.below(20) === 0 ? countries : othersIn(entry, country));
  if (random.below(12) === 0) return randomOf(random, { arrangement, version, from, against });
  return possible({ random, country, block, arrangement, entry }, { version, from, against });
}

function othersIn({ versions }: ArrangementEntry, country: Country): Country[] {
  return versions.flatMap(({ parties }) => parties.filter((one) => one !== country));
}

interface Scene {
  random: Random;
  country: Country;
  block: OrderBlock;
  arrangement: number;
  entry: ArrangementEntry;
}

function possible(
  { random, country, block, arrangement, entry }: Scene,
  { version, from, against }: { version: number; from: number; against: Country },
): ArrangementAction {
  const accessions = entry.accessions.get(country) ?? [];
  const open = accessions.filter(({ until }) => until === 0);
  const suspended = entry.suspensions.filter(
    ({ by, periods }) => by === country && periods.some(({ until }) => until === 0),
  );
  const dice = random.below(10);
  if (open.length === 0 || (dice < 3 && !open.some((one) => one.version === version))) {
    return { kind: 'accede', arrangement, version, from };
  }
  if (dice < 5) return { kind: 'withdraw', arrangement, until: from };
  if (dice < 7 && suspended.length > 0) {
    return { kind: 'resume', arrangement, against: random.pick(suspended).against, until: from };
  }
  if (dice === 9 && accessions.some((accession) => holds(accession, block.timestamp))) {
    return { kind: 'propose', arrangement, terms: randomTerms(random, country, block) };
  }
  return { kind: 'suspend', arrangement, against, from };
}

interface Parts {
  arrangement: number;
  version: number;
  from: number;
  against: Country;
}

function randomOf(random: Random, { arrangement, version, from, against }: Parts): ArrangementAction {
  return random.pick<ArrangementAction>([
    { kind: 'accede', arrangement, version: version + random.below(2), from },
    { kind: 'withdraw', arrangement, until: from },
    { kind: 'suspend', arrangement, against, from },
    { kind: 'resume', arrangement, against, until: from },
  ]);
}

/** Now, later, or (seldom) in the past. */
function instant(random: Random, { timestamp }: OrderBlock): number {
  const dice = random.below(40);
  return dice < 22 ? 0 : dice < 38 ? timestamp + random.below(500) : timestamp - 1 - random.below(50);
}

function randomTerms(random: Random, country: Country, { timestamp }: OrderBlock): ArrangementVersion {
  const right: ArrangementVersion = {
    label: random.pick(['CAN', 'Alianza del Pacífico', 'Acordo Regional 🌎', '']),
    textDigest: testKey(`text ${random.below(1_000)}`),
    certificateTypes: random.pick([7, 7, random.below(7) + 1]),
    roles: random.pick([everyRole, everyRole, random.below(everyRole) + 1]),
    validFrom: random.pick([0, timestamp + random.below(100)]),
    validUntil: random.pick([0, 0, timestamp + 100 + random.below(10_000)]),
    ttl: random.below(3_600),
    exp: 3_600,
    parties: countries.filter((one) => one === country || random.below(4) > 0),
  };
  if (random.below(15) > 0) return right;
  const { parties } = right;
  return random.pick<ArrangementVersion>([
    { ...right, certificateTypes: random.pick([0, 8]) },
    { ...right, roles: random.pick([0, everyRole + 1]) },
    { ...right, ttl: 3_601 },
    { ...right, exp: 0 },
    { ...right, validFrom: timestamp, validUntil: timestamp },
    { ...right, validFrom: 1, validUntil: timestamp - 1 },
    { ...right, parties: [country] },
    { ...right, parties: [...parties].reverse() },
    { ...right, parties: [...parties, ...parties] },
    { ...right, parties: parties.filter((one) => one !== country) },
  ]);
}
