import type { OfferPreview } from '../../session/contract.js';

/** What is wrong with a transaction code before it is sent; every wrong one that is sent counts against the offer. */
export function txCodeFault(
  code: string,
  expected: OfferPreview['txCode'],
): 'txCodeMissing' | 'txCodeDigits' | 'txCodeLength' | undefined {
  if (expected === undefined) return undefined;
  const text = code.trim();
  if (text === '') return 'txCodeMissing';
  if (expected.numeric && !/^\d+$/.test(text)) return 'txCodeDigits';
  return expected.length !== undefined && text.length !== expected.length ? 'txCodeLength' : undefined;
}
