import { en } from './en.js';

type TroubleKey = keyof typeof en.trouble;

/** Standards write their codes in small letters (`invalid_grant`), we in capitals; the words are under capitals. */
export function troubleKey(code: string): TroubleKey {
  const key = code.toUpperCase();
  if (/^(BUNDLE|DELTA|TRUST|PROOF|HEADER|KEY_SET|RLP)_/.test(key) && !(key in en.trouble))
    return 'BUNDLE_UNUSABLE';
  return /^[A-Z][A-Z_0-9]+$/.test(key) && Object.hasOwn(en.trouble, key) ? (key as TroubleKey) : 'other';
}
