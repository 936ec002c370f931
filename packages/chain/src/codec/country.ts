import type { Country, Hex } from '@eslabon/core';
import { countrySchema, EslabonError } from '@eslabon/core';
import { hexToString, stringToHex } from 'viem';

/** A country as the contracts write it: two bytes of ASCII. */
export function encodeCountry(country: Country): Hex {
  return stringToHex(country);
}

/** @throws EslabonError CHAIN_RESPONSE_INVALID: the contracts let no other bytes through */
export function decodeCountry(bytes: Hex): Country {
  const parsed = countrySchema.safeParse(hexToString(bytes));
  if (parsed.success) return parsed.data;
  throw new EslabonError('CHAIN_RESPONSE_INVALID', `The node gave ${bytes} for a country.`);
}
