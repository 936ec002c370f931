import type { LoadedBundle } from '@eslabon/bundle';
import type { Country, Language, Verdict } from '@eslabon/core';
import { catalogues, verify } from '@eslabon/verifier';
import type { Assessment, DecideRequest, VerdictWords } from './contract.js';
import { parsePresented } from './parse-presented.js';
import { sha256Of } from './sha256-of.js';

/** The verdict on what was presented, with its words in every language. */
export async function decide(
  { presented, digest, country, at }: DecideRequest,
  bundle: LoadedBundle,
): Promise<Assessment> {
  const verdict = verify({
    presented: parsePresented(presented),
    source: { bundle },
    policy: { as: country as Country },
    at: new Date(at),
  });
  return {
    verdict,
    words: { en: wordsOf(verdict, 'en'), es: wordsOf(verdict, 'es'), pt: wordsOf(verdict, 'pt') },
    sha256: await sha256Of(presented.trim()),
    digest,
  };
}

function wordsOf({ verdict, certificate, arrangement }: Verdict, language: Language): VerdictWords {
  const { verdicts, roles, types } = catalogues[language];
  return {
    ...verdicts[verdict],
    ...(certificate === undefined ? {} : { certificateType: types[certificate.certificateType] }),
    roles: certificate?.operatorRoles.map((role) => roles[role]) ?? [],
    coveredRoles: arrangement?.roles.map((role) => roles[role]) ?? [],
  };
}
