import { z } from 'zod';
import { EslabonError } from '../errors/eslabon-error.js';
import type { Country } from './country.js';

/**
 * WCO Trader Identification Number: country code and up to 15 characters, an..17 in all.
 * `&` and `Ñ` stay: the Mexican RFC has them (WCO TIN guidelines 2018).
 */
export const tinSchema = z
  .string()
  .regex(/^[A-Z]{2}[0-9A-ZÑ&]{1,15}$/, 'must be a country code and 1 to 15 letters or digits')
  .brand<'Tin'>();

export type Tin = z.infer<typeof tinSchema>;

/** Upper-cases and drops the punctuation that national formats add (`.`, `-`, spaces of every kind). */
export function normaliseIdentifier(value: string): string {
  return value
    .normalize('NFC')
    .toUpperCase()
    .replace(/[.\-\s\u00a0\u2007\u202f]/g, '');
}

/**
 * Makes the TIN of an operator from its national identifier.
 * @throws EslabonError TIN_INVALID when the result is not an an..17 TIN.
 */
export function toTin(country: Country, identifier: string): Tin {
  const compact = normaliseIdentifier(identifier);
  const parsed = tinSchema.safeParse(`${country}${compact}`);
  if (!parsed.success) {
    throw new EslabonError('TIN_INVALID', `“${identifier.slice(0, 60)}” does not make a TIN of ${country}.`, {
      hints: ['A TIN is the country code followed by 1 to 15 letters or digits.'],
    });
  }
  return parsed.data;
}
