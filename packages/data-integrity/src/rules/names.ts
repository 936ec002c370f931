import type { JsonObject } from '../json/json-object.js';
import { isObject } from '../json/json-object.js';
import { below } from '../json/pointer.js';
import type { Report } from '../problems/problem.js';
import { shown } from '../problems/shown.js';
import type { Rule } from './rule.js';

const languageTag = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
const members: Readonly<Record<string, (value: unknown) => boolean>> = {
  '@value': (value) => typeof value === 'string',
  '@language': (value) => typeof value === 'string' && languageTag.test(value),
  '@direction': (value) => value === 'ltr' || value === 'rtl',
};

/** `name` and `description` of the document and of its issuer (VCDM 2.0 §4.6, §11.1). */
export const names: Rule = (document, report) => {
  reportNames(document, '', report);
  if (isObject(document.issuer)) reportNames(document.issuer, '/issuer', report);
};

function reportNames(named: JsonObject, pointer: string, report: Report): void {
  for (const member of ['name', 'description']) {
    const value = named[member];
    if (value === undefined || typeof value === 'string' || isLanguageValue(value)) continue;
    if (Array.isArray(value) && value.length > 0 && value.every(isLanguageValue)) continue;
    const message = `The ${member} must be a text or language value objects, not ${shown(value)}.`;
    report('LANGUAGE_VALUE', below(pointer, member), message);
  }
}

/** `@value`, a text, with at most `@language` and `@direction` beside it. */
function isLanguageValue(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.hasOwn(value, '@value') &&
    Object.entries(value).every(([name, member]) => Object.hasOwn(members, name) && members[name]?.(member))
  );
}
