/** One element of DER (X.690 §8, §10). */
export interface DerElement {
  tag: number;
  /** With tag and length. */
  whole: Uint8Array;
  content: Uint8Array;
}

/**
 * The elements that bytes consist of, one after the other. Only what certificates have: tags of one byte, definite
 * lengths in their shortest form.
 * @throws TypeError
 */
function readDer(bytes: Uint8Array): DerElement[] {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] as number;
    const { length, start } = readLength(bytes, at + 1);
    const end = start + length;
    if ((tag & 31) === 31 || end > bytes.length) throw malformed();
    elements.push({ tag, whole: bytes.subarray(at, end), content: bytes.subarray(start, end) });
    at = end;
  }
  return elements;
}

/** The elements within the one element that bytes are. */
export function readSequence(bytes: Uint8Array): DerElement[] {
  const [sequence, ...others] = readDer(bytes);
  if (sequence?.tag !== 0x30 || others.length > 0) throw malformed();
  return readDer(sequence.content);
}

function readLength(bytes: Uint8Array, at: number): { length: number; start: number } {
  const first = bytes[at] ?? 0x80;
  if (first < 0x80) return { length: first, start: at + 1 };
  const count = first & 0x7f;
  const digits = bytes.subarray(at + 1, at + 1 + count);
  if (count === 0 || count > 3 || digits.length < count || digits[0] === 0) throw malformed();
  const length = digits.reduce((sum, digit) => sum * 256 + digit, 0);
  if (length < 0x80) throw malformed();
  return { length, start: at + 1 + count };
}

function malformed(): TypeError {
  return new TypeError('The certificate is not in DER.');
}
