import type { LoadedBundle } from '@eslabon/bundle';
import { type Country, normaliseIdentifier, toTin } from '@eslabon/core';
import type { Assessment, LookUpAnswer, LookUpRequest } from './contract.js';
import { decide } from './decide.js';

/**
 * Finds the credentials of a company by its tax number, typed with or without the country in front, and decides about
 * each as if it had been presented. Only those count whose own, proven TIN is the one asked for: the register is
 * proven by nothing.
 * @throws EslabonError TIN_INVALID
 */
export async function lookUp(
  { tinCountry, tin: typed, digest, country, at }: LookUpRequest,
  bundle: LoadedBundle,
): Promise<LookUpAnswer> {
  const issuer = tinCountry as Country;
  const compact = normaliseIdentifier(typed);
  const national = compact.startsWith(issuer) ? compact.slice(issuer.length) : compact;
  const tin = toTin(issuer, national);
  const found = new Set([national, compact, tin].flatMap((number) => bundle.find(issuer, number)));
  const assessments: Assessment[] = [];
  let foreign = 0;
  for (const presented of found) {
    const assessment = await decide({ presented, digest, country, at }, bundle);
    const { certificate } = assessment.verdict;
    if (certificate === undefined || certificate.tin === tin) assessments.push(assessment);
    else foreign += 1;
  }
  return { tin, assessments, foreign };
}
