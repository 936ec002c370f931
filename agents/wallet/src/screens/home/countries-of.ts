import type { Recognition } from '../../session/contract.js';

/** Recognitions by country: one country may recognise a certificate under several arrangements. */
export function countriesOf(recognitions: readonly Recognition[]): [country: string, Recognition[]][] {
  const countries = new Map<string, Recognition[]>();
  for (const recognition of recognitions) {
    countries.set(recognition.country, [...(countries.get(recognition.country) ?? []), recognition]);
  }
  return [...countries];
}
