import { en } from './en.js';

type TroubleKey = keyof typeof en.trouble;

/** Codes that mean the same to an officer: the file does not prove what it says. */
const unproven = new Set([
  ...['BUNDLE_CONTRACT', 'BUNDLE_CODE_HASH', 'BUNDLE_HEADER', 'BUNDLE_ACCOUNT_PROOF', 'BUNDLE_STORAGE_ROOT'],
  ...['BUNDLE_STORAGE_PROOF', 'BUNDLE_KEY_SET', 'BUNDLE_SEALS', 'BUNDLE_VALIDATORS'],
]);

/** The key of the words for a code. */
export function troubleKey(code: string): TroubleKey {
  if (unproven.has(code)) return 'BUNDLE_PROOF';
  return code === code.toUpperCase() && code in en.trouble ? (code as TroubleKey) : 'other';
}
