import type { Country } from '@eslabon/core';
import { authorityProfiles } from '../../authorities/profiles.js';

/** The eight CADENA countries. */
export const cadena: readonly Country[] = authorityProfiles.map(({ country }) => country);

/** The member states of the European Union. */
export const europeanUnion = codes(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
);

/**
 * 97 administrations, as many as had a programme in 2020 (WCO compendium); which ones hardly matters here.
 */
export const world: readonly Country[] = [
  ...cadena,
  ...europeanUnion,
  ...codes(
    'AL AM AR AU AZ BA BH BR BW BY CA CH CN CU DO DZ EG GB GE HK HN ID IL IN IS JM JO JP KE KG KR KZ LA LK MA MD ME MG ' +
      'MK MU MY NI NO NZ OM PA PH PY QA RS RU RW SA SG SV TH TN TR UA US UY VN',
  ),
];

function codes(text: string): readonly Country[] {
  return text.split(' ') as Country[];
}

/** How many certificates each has: few have many and many have few, as it is. They add up to `total`. */
export function shareOut(total: number, administrations: readonly Country[]): Map<Country, number> {
  const weights = administrations.map((_, rank) => 1 / (rank + 2));
  const sum = weights.reduce((a, b) => a + b);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const missing = total - shares.reduce((a, b) => a + b);
  return new Map(
    administrations.map((country, rank) => [country, (shares[rank] as number) + (rank < missing ? 1 : 0)]),
  );
}
