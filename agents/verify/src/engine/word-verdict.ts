import type { Language, Verdict } from '@eslabon/core';
import { adviceOf, catalogues } from '@eslabon/verifier';
import type { VerdictWords, WordedVerdict } from './contract.js';

/** A verdict, whoever came to it, with its words in every language. */
export function wordVerdict(verdict: Verdict): WordedVerdict {
  return {
    verdict,
    words: { en: wordsOf(verdict, 'en'), es: wordsOf(verdict, 'es'), pt: wordsOf(verdict, 'pt') },
    advice: adviceOf(verdict),
  };
}

function wordsOf({ verdict, certificate, arrangement, delegate }: Verdict, language: Language): VerdictWords {
  const { verdicts, roles, types, purposes } = catalogues[language];
  return {
    ...verdicts[verdict],
    ...(certificate === undefined ? {} : { certificateType: types[certificate.certificateType] }),
    roles: certificate?.operatorRoles.map((role) => roles[role]) ?? [],
    coveredRoles: arrangement?.roles.map((role) => roles[role]) ?? [],
    ...(delegate && { delegatedFor: delegate.purposes.map((kind) => purposes[kind]).join(', ') }),
  };
}
