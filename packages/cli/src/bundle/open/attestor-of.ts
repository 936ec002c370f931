import type { TrustAnchor } from '@eslabon/bundle';
import { type Country, EslabonError } from '@eslabon/core';
import { parseCountry } from '../../program/parse-country.js';

/** Nobody's code (ISO 3166-1 leaves it to users): where validators are followed, nobody has to attest. */
const nobody = 'ZZ' as Country;

/**
 * The country whose attestors are followed: the one that was named, else the only one that the trust anchor has.
 * @throws EslabonError INPUT_INVALID when there are several and none was named.
 */
export function attestorOf({ attestors }: TrustAnchor, named: string | undefined): Country {
  if (named !== undefined) return parseCountry(named);
  const countries = [...new Set(attestors.map(({ country }) => country))].sort();
  const [only = nobody, ...others] = countries;
  if (others.length === 0) return only;
  throw new EslabonError('INPUT_INVALID', `The trust anchor has attestors of ${countries.join(', ')}.`, {
    hints: [`Say which of them is your own administration: --as ${only}.`],
  });
}
