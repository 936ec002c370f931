import { checkBounds } from '../json/check-bounds.js';
import type { Problem, Report } from '../problems/problem.js';
import { problemsOf } from '../problems/problems-of.js';
import { checkTerms } from './check-terms.js';
import { dataModelVersion } from './data-model-version.js';
import { credentialRules1, credentialRules2 } from './rule-tables.js';

/**
 * Checks a credential, secured or not, by the rules of its data model: VCDM 2.0, or VCDM 1.1 where its first context
 * says so. Nothing is fetched: schemas, status and evidence are looked at, not dereferenced.
 * @param credential JSON as a stranger sent it
 * @returns every rule that is broken, with code and JSON pointer; none for a conforming credential
 */
export async function checkCredential(credential: unknown): Promise<Problem[]> {
  const problems: Problem[] = [];
  const report: Report = (code, pointer, message) => {
    problems.push({ code, pointer, message });
  };
  try {
    checkBounds(credential);
  } catch (error) {
    const found = problemsOf(error);
    if (found === undefined) throw error;
    return [...found];
  }
  const rules = dataModelVersion(credential) === '1.1' ? credentialRules1 : credentialRules2;
  for (const rule of rules) rule(credential, report);
  if (problems.length === 0) await checkTerms(credential, report);
  return problems;
}
