import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { fromHex, toHex } from '../bytes/hex.js';

const rawForm = /^0x[0-9a-f]{64}$/;

/**
 * An arrangement's label as its bytes32: UTF-8 padded with zeros on the right, or the 32 bytes in hexadecimal when
 * {@link decodeLabel} could not read them as text.
 * @throws EslabonError INPUT_INVALID when the text is not what `decodeLabel` would return: too long, control characters,
 * lone surrogates.
 */
export function encodeLabel(label: string): Hash {
  const bytes = new Uint8Array(32);
  if (rawForm.test(label)) bytes.set(fromHex(label));
  else new TextEncoder().encodeInto(label, bytes);
  const encoded = toHex(bytes);
  if (decodeLabel(encoded) !== label) {
    throw new EslabonError(
      'INPUT_INVALID',
      `“${label.slice(0, 40)}” cannot be the label of an arrangement.`,
      {
        hints: ['A label has at most 32 bytes of UTF-8 and no control characters.'],
      },
    );
  }
  return encoded;
}

/**
 * The label that a bytes32 stands for. The chain takes any 32 bytes as a label; those that are no text are given in
 * hexadecimal, so that one odd label cannot keep everybody from rebuilding the storage.
 */
export function decodeLabel(bytes32: Hash): string {
  const bytes = fromHex(bytes32);
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end));
    return /\p{Cc}/u.test(text) ? bytes32 : text;
  } catch {
    return bytes32;
  }
}
