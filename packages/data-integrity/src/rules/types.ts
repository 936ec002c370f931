import type { JsonObject } from '../json/json-object.js';
import { listOf } from '../json/json-object.js';
import { below } from '../json/pointer.js';
import type { Report } from '../problems/problem.js';
import { shown } from '../problems/shown.js';
import type { Rule } from './rule.js';

/** `type` is present: a text or a list of at least one (VCDM 2.0 §4.5). That each maps to a URL, expansion shows. */
export function reportType({ type }: JsonObject, pointer: string, report: Report): void {
  const at = below(pointer, 'type');
  const names = listOf(type);
  if (names.length === 0) {
    report('TYPE_MISSING', at, 'A type must be given.');
  } else if (names.some((name) => typeof name !== 'string' || name === '')) {
    report('TYPE_NOT_TEXT', at, `Types must be terms or URLs, not ${shown(type)}.`);
  }
}

/** The document has a `type`, and one is the `base` type: VerifiableCredential or VerifiablePresentation. */
export function typeIncludes(base: string): Rule {
  return (document, report) => {
    reportType(document, '', report);
    const names = listOf(document.type);
    if (names.length > 0 && !names.includes(base)) {
      report('TYPE_REQUIRED', '/type', `One type must be ${base}; given is ${shown(document.type)}.`);
    }
  };
}
