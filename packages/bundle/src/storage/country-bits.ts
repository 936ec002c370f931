import type { Country } from '@eslabon/core';

/** A country's bytes2 as a number: 'PE' is 0x5045. */
export function countryBits(country: Country): bigint {
  return BigInt((country.charCodeAt(0) << 8) | country.charCodeAt(1));
}

/** A country as mapping key: bytes2 stands at the left end of the word. */
export function countryKey(country: Country): bigint {
  return countryBits(country) << 240n;
}

/** Two countries as mapping key: bytes4 `by ‖ against` at the left end of the word. */
export function countryPairKey(by: Country, against: Country): bigint {
  return ((countryBits(by) << 16n) | countryBits(against)) << 224n;
}
