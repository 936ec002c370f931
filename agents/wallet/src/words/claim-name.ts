import { en } from './en.js';
import type { Translate } from './use-words.js';

type ClaimKey = keyof typeof en.claims;

/** What a claim is called. A path that has no name is shown as it is: nothing goes unnamed. */
export function claimName(t: Translate, path: string): string {
  const key = path.split('.').at(-1) ?? '';
  return Object.hasOwn(en.claims, key) ? t(`claims.${key as ClaimKey}`) : path;
}
