import type { Translate } from '@eslabon/ui/words';
import { en } from './en.js';

type ClaimKey = keyof typeof en.claims;

/**
 * What a claim is called: by its whole path (`certificate_validUntil`) where its last part alone would say too little,
 * else by that. A path that has no name is shown as it is: nothing goes unnamed.
 */
export function claimName(t: Translate, path: string): string {
  const parts = path.split('.');
  const key = [parts.join('_'), parts.at(-1) ?? ''].find(isNamed);
  return key === undefined ? path : t(`claims.${key}`);
}

function isNamed(key: string): key is ClaimKey {
  return Object.hasOwn(en.claims, key);
}
