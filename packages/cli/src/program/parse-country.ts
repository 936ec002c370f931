import { type Country, countrySchema, EslabonError } from '@eslabon/core';

/**
 * The country of `--as`, in either case.
 * @throws EslabonError INPUT_INVALID when it is not two letters.
 */
export function parseCountry(text: string): Country {
  const parsed = countrySchema.safeParse(text.toUpperCase());
  if (parsed.success) return parsed.data;
  throw new EslabonError('INPUT_INVALID', `“${text}” is not a country code.`, {
    hints: ['Give the ISO 3166-1 alpha-2 code of the administration that asks, such as --as MX.'],
  });
}
