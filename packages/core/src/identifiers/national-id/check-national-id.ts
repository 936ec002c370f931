import type { Country } from '../country.js';
import { normaliseIdentifier } from '../tin.js';
import { nationalIdSchemes } from './schemes.js';

/** What a scheme says of an identifier that has its form. */
export type NationalIdCheck = 'valid' | 'bad-check-digit' | 'bad-format' | 'unknown-scheme';

/**
 * Checks the form and, where the scheme publishes one, the check digit of a national identifier (domain.md §3.1).
 * Punctuation, spaces and case do not matter. Registers hold identifiers that fail although they are in use,
 * so anything but `valid` is a reason to look, not to refuse.
 * @param country Country whose scheme applies.
 * @param value The identifier as written, without the country code of a TIN.
 */
export function checkNationalId(country: Country, value: string): NationalIdCheck {
  const scheme = nationalIdSchemes.get(country);
  return scheme === undefined ? 'unknown-scheme' : scheme.check(normaliseIdentifier(value));
}
