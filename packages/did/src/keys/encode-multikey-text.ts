import { base58btcEncode } from '@eslabon/credentials';
import type { DidKey } from './decode-multikey-text.js';
import { multikeyFacts } from './multikey-types.js';

/** The key as a multikey in base58btc: `z6Mk…`, `z6LS…`, `zDna…`, `z82L…`, `zQ3s…`. */
export function encodeMultikeyText({ type, bytes }: DidKey): string {
  return `z${base58btcEncode(Uint8Array.from([...multikeyFacts[type].prefix, ...bytes]))}`;
}
