import { type Language, type VerdictCode, verdicts } from '@eslabon/core';
import { catalogues } from '@eslabon/verifier';
import type { VerdictNames } from './contract.js';

/** The verifier's own names, for lists that show no more than these. */
export function nameVerdicts(): VerdictNames {
  return { en: namesIn('en'), es: namesIn('es'), pt: namesIn('pt') };
}

function namesIn(language: Language): Record<VerdictCode, string> {
  const entries = verdicts.map((code) => [code, catalogues[language].verdicts[code].word]);
  return Object.fromEntries(entries) as Record<VerdictCode, string>;
}
