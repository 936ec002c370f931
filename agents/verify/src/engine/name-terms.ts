import { type Language, type VerdictCode, verdicts } from '@eslabon/core';
import { catalogues } from '@eslabon/verifier';
import type { Terms } from './contract.js';

/** The verifier's own names, so that lists and choices call things as verdicts do. */
export function nameTerms(): Terms {
  return { en: termsIn('en'), es: termsIn('es'), pt: termsIn('pt') };
}

function termsIn(language: Language): Terms[Language] {
  const { verdicts: words, types, roles, purposes } = catalogues[language];
  const entries = verdicts.map((code) => [code, words[code].word]);
  return { verdicts: Object.fromEntries(entries) as Record<VerdictCode, string>, types, roles, purposes };
}
