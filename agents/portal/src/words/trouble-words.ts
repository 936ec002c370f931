import { en } from './en.js';

type TroubleKey = keyof typeof en.trouble;

/** The key of the words for a code. */
export function troubleKey(code: string): TroubleKey {
  return code === code.toUpperCase() && Object.hasOwn(en.trouble, code) ? (code as TroubleKey) : 'other';
}
