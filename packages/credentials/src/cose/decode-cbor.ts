import { EslabonError } from '@eslabon/core';
import type { DecodeOptions } from 'cborg';
import { decode, Tagged, Tokenizer } from 'cborg';
import { maxCborItems } from './limits.js';

/** Options under which there is one encoding of each value (RFC 8949 §4.2), and nothing that JSON could not say. */
const strict = {
  strict: true,
  useMaps: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
} as const;

/** Tag of a COSE_Sign1 (RFC 9052 §4.2). */
export const coseSign1Tag = 18;

/**
 * Decodes CBOR from an untrusted sender: whole, in the shortest encoding, no key twice, no indefinite lengths, no tag
 * but that of COSE_Sign1, and at most 64 data items, which bounds the depth too. Texts must be UTF-8.
 * @throws EslabonError CREDENTIAL_MALFORMED
 */
export function decodeCbor(bytes: Uint8Array, what: string): unknown {
  try {
    const tokenizer = new LimitedTokenizer(bytes);
    const tags = { [coseSign1Tag]: Tagged.decoder(coseSign1Tag) };
    const value = decode(bytes, { ...strict, tags, tokenizer });
    if (!tokenizer.done()) throw new Error('bytes after the end');
    return value;
  } catch (cause) {
    throw new EslabonError('CREDENTIAL_MALFORMED', `The ${what} is not CBOR that is read here.`, { cause });
  }
}

/** The tokenizer of the library, which stops after so many items. */
class LimitedTokenizer implements NonNullable<DecodeOptions['tokenizer']> {
  readonly #tokens: Tokenizer;
  #items = 0;

  constructor(bytes: Uint8Array) {
    this.#tokens = new Tokenizer(bytes, strict);
  }

  done(): boolean {
    return this.#tokens.done();
  }

  next() {
    this.#items += 1;
    if (this.#items > maxCborItems) throw new Error(`more than ${maxCborItems} data items`);
    const token = this.#tokens.next();
    // The library reads what is no UTF-8 as U+FFFD, so that two encodings would be one text.
    if (typeof token.value === 'string' && token.value.includes('\ufffd'))
      throw new Error('text that is no UTF-8');
    return token;
  }

  pos(): number {
    return this.#tokens.pos();
  }
}
