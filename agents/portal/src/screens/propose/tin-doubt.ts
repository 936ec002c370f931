import { type Country, checkNationalId, normaliseIdentifier } from '@eslabon/core';

/**
 * What is doubtful about a tax number by the rules of its country; undefined where there is nothing, or no rule. It is a
 * hint: an administration knows numbers that no rule has.
 */
export function tinDoubt(tin: string, country: Country): 'checkDigit' | 'checkForm' | undefined {
  const compact = normaliseIdentifier(tin);
  if (!compact.startsWith(country) || compact.length === country.length) return undefined;
  const found = checkNationalId(country, compact.slice(country.length));
  if (found === 'bad-check-digit') return 'checkDigit';
  return found === 'bad-format' ? 'checkForm' : undefined;
}
