import { parseTrustAnchor } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import type { AnchorSummary } from './contract.js';
import { fingerprintOf } from './fingerprint-of.js';

/** @throws EslabonError TRUST_MALFORMED */
export function readAnchor(text: string): AnchorSummary {
  const anchor = parseTrustAnchor(parse(text));
  const countries = [...new Set(anchor.attestors.map(({ country }) => country))].sort();
  return { anchor, fingerprint: fingerprintOf(anchor), countries };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new EslabonError('TRUST_MALFORMED', 'This is not JSON.', { cause });
  }
}
