import { EslabonError } from '@eslabon/core';
import { type ErrorCorrection, encodeQR } from 'qr';
import { maxCodeCharacters } from './limits.js';

/** What is drawn: rows of modules, true where dark, without the quiet zone. */
export interface CodePlan {
  text: string;
  /** 1 to 23 (ISO/IEC 18004 §5.3.1). */
  version: number;
  errorCorrection: 'M' | 'Q' | 'H';
  modules: readonly (readonly boolean[])[];
}

const corrections: readonly (readonly [CodePlan['errorCorrection'], ErrorCorrection])[] = [
  ['H', 'high'],
  ['Q', 'quartile'],
  ['M', 'medium'],
];

/**
 * Plans the QR code of a text in the alphanumeric mode: the smallest version that holds it with error correction M, and
 * in that version the highest correction that it still has room for.
 * @throws EslabonError PAPER_TOO_LARGE beyond version 23
 */
export function planCode(text: string): CodePlan {
  if (text.length > maxCodeCharacters) {
    throw new EslabonError(
      'PAPER_TOO_LARGE',
      `The code has ${text.length} characters; a page has room for ${maxCodeCharacters}.`,
    );
  }
  const smallest = draw(text, 'medium');
  const version = (smallest.length - 17) / 4;
  for (const [errorCorrection, ecc] of corrections) {
    const modules = errorCorrection === 'M' ? smallest : drawWithin(text, ecc, version);
    if (modules !== undefined) return { text, version, errorCorrection, modules };
  }
  throw new EslabonError('INTERNAL', `There is no code of version ${version} for ${text.length} characters.`);
}

/** `undefined` where this correction leaves too little room. */
function drawWithin(text: string, ecc: ErrorCorrection, version: number): boolean[][] | undefined {
  try {
    return draw(text, ecc, version);
  } catch {
    return undefined;
  }
}

function draw(text: string, ecc: ErrorCorrection, version?: number): boolean[][] {
  const options = {
    ecc,
    encoding: 'alphanumeric',
    border: 1,
    ...(version !== undefined && { version }),
  } as const;
  return encodeQR(text, 'raw', options)
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
}
