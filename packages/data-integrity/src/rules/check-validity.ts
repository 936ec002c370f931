import type { JsonObject } from '../json/json-object.js';
import type { Problem } from '../problems/problem.js';
import { parseDateTime } from '../time/parse-date-time.js';
import { dataModelVersion } from './data-model-version.js';

/**
 * Whether a credential that keeps the rules is within its period of validity (VCDM 2.0 §4.9, VCDM 1.1 §4.6).
 * @param at the moment to judge by
 */
export function checkValidity(credential: JsonObject, at: Date): Problem[] {
  const [from, until] =
    dataModelVersion(credential) === '1.1' ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil'];
  const [start, end] = [
    parseDateTime(credential[from as string]),
    parseDateTime(credential[until as string]),
  ];
  const now = at.getTime();
  const problems: Problem[] = [];
  if (start !== undefined && now < start) {
    const message = `The credential is valid from ${String(credential[from as string])} on.`;
    problems.push({ code: 'NOT_YET_VALID', pointer: `/${from}`, message });
  }
  if (end !== undefined && now > end) {
    const message = `The credential was valid until ${String(credential[until as string])}.`;
    problems.push({ code: 'EXPIRED', pointer: `/${until}`, message });
  }
  return problems;
}
