import { checkBounds } from '../json/check-bounds.js';
import { isObject, listOf } from '../json/json-object.js';
import type { Problem, Report } from '../problems/problem.js';
import { problemsOf } from '../problems/problems-of.js';
import { checkTerms } from './check-terms.js';
import { dataModelVersion } from './data-model-version.js';
import { isEnveloped } from './presented.js';
import { credentialRules1, credentialRules2, presentationRules1, presentationRules2 } from './rule-tables.js';

/**
 * Checks a presentation and every credential in it that is not enveloped by the rules of their data models.
 * @param presentation JSON as a stranger sent it
 * @returns every rule that is broken, with code and JSON pointer; none for a conforming presentation
 */
export async function checkPresentation(presentation: unknown): Promise<Problem[]> {
  const problems: Problem[] = [];
  const reportBelow =
    (base: string): Report =>
    (code, pointer, message) => {
      problems.push({ code, pointer: `${base}${pointer}`, message });
    };
  try {
    checkBounds(presentation);
  } catch (error) {
    const found = problemsOf(error);
    if (found === undefined) throw error;
    return [...found];
  }
  const { verifiableCredential } = presentation;
  const rules = dataModelVersion(presentation) === '1.1' ? presentationRules1 : presentationRules2;
  for (const rule of rules) rule(presentation, reportBelow(''));
  for (const [at, credential] of listOf(verifiableCredential).entries()) {
    if (!isObject(credential) || isEnveloped(credential)) continue;
    const place = Array.isArray(verifiableCredential)
      ? `/verifiableCredential/${at}`
      : '/verifiableCredential';
    const credentialRules = dataModelVersion(credential) === '1.1' ? credentialRules1 : credentialRules2;
    for (const rule of credentialRules) rule(credential, reportBelow(place));
  }
  if (problems.length === 0) await checkTerms(presentation, reportBelow(''));
  return problems;
}
