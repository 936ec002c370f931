import { checkContexts } from '../contexts/check-contexts.js';
import type { JsonObject } from '../json/json-object.js';
import { expand } from '../json-ld/expand.js';
import type { Report } from '../problems/problem.js';
import { problemsOf } from '../problems/problems-of.js';

/**
 * Checks what only JSON-LD processing shows: contexts that are unknown or redefine protected terms, terms and types
 * that no context defines, types that map to something other than a URL (VCDM 2.0 §4.3, §4.5, §5.2.1).
 */
export async function checkTerms(document: JsonObject, report: Report): Promise<void> {
  try {
    checkContexts(document);
    await expand(document);
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === undefined) throw error;
    for (const { code, pointer, message } of problems) report(code, pointer, message);
  }
}
