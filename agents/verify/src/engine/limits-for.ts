import type { ArrangementFacts, Country } from '@eslabon/core';

/** The limits of the verifier where no arrangement sets any: a day and a week. */
const usual = { ttl: 86_400, exp: 7 * 86_400 };

/**
 * The shortest limits on the age of data among the arrangements that a country is in at an instant. A verdict goes by
 * the limits of the arrangement that it stands on; these say when the first one warns or refuses.
 */
export function limitsFor(
  { arrangements }: ArrangementFacts,
  country: Country,
  at: number,
): { ttl: number; exp: number; arrangements: number } {
  const terms = arrangements.flatMap(({ versions, accessions }) =>
    (accessions.find((accession) => accession.country === country)?.periods ?? [])
      .filter(({ from, until }) => from <= at && (until === 0 || at < until))
      .flatMap(({ version }) => versions[version - 1] ?? []),
  );
  if (terms.length === 0) return { ...usual, arrangements: 0 };
  return {
    ttl: Math.min(...terms.map(({ ttl }) => ttl)),
    exp: Math.min(...terms.map(({ exp }) => exp)),
    arrangements: terms.length,
  };
}
