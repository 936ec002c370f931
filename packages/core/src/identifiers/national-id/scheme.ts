import type { NationalIdScheme } from './national-id-scheme.js';

/** One national scheme: its name, and the check of an identifier in capitals and without punctuation. */
export interface Scheme {
  scheme: NationalIdScheme;
  check(compact: string): 'valid' | 'bad-check-digit' | 'bad-format';
}
