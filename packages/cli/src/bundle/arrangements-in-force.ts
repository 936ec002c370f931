import type { ArrangementFacts, Country } from '@eslabon/core';

export interface ArrangementInForce {
  id: number;
  version: number;
  label: string;
  parties: Country[];
  /** Pairs that do not recognise each other for now. */
  suspended: [by: Country, against: Country][];
}

/**
 * Every arrangement version that at least two countries are party to at an instant (Unix seconds), with those
 * countries.
 */
export function arrangementsInForce(facts: ArrangementFacts, at: number): ArrangementInForce[] {
  return facts.arrangements.flatMap(({ id, versions, accessions, suspensions }) =>
    versions.flatMap(({ label, validFrom, validUntil }, i) => {
      if (!holds({ from: validFrom, until: validUntil }, at)) return [];
      const version = i + 1;
      const parties = accessions
        .filter(({ periods }) => periods.some((p) => p.version === version && holds(p, at)))
        .map(({ country }) => country)
        .sort();
      if (parties.length < 2) return [];
      const suspended = suspensions
        .filter(({ by, against }) => parties.includes(by) && parties.includes(against))
        .filter(({ periods }) => periods.some((period) => holds(period, at)))
        .map(({ by, against }): [Country, Country] => [by, against]);
      return [{ id, version, label, parties, suspended }];
    }),
  );
}

function holds({ from, until }: { from: number; until: number }, at: number): boolean {
  return from <= at && (until === 0 || at < until);
}
