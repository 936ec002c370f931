import type { Country } from '../country.js';
import { nationalIdSchemes } from './schemes.js';

/** Names of the national schemes that Eslabón knows, as their administrations write them. */
export type NationalIdScheme = 'RFC' | 'NIT' | 'RUC' | 'RUT' | 'Cédula jurídica';

/**
 * Name of the national scheme that identifies the operators of a country, for `nationalId.scheme`
 * (domain.md §3.1); `undefined` for a country whose scheme is not known here.
 */
export function nationalIdScheme(country: Country): NationalIdScheme | undefined {
  return nationalIdSchemes.get(country)?.scheme;
}
