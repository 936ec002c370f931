import { contextBytes } from '../contexts/context-bytes.js';
import type { JsonObject } from '../json/json-object.js';
import { isObject } from '../json/json-object.js';
import { below } from '../json/pointer.js';
import type { Report } from '../problems/problem.js';
import { shown } from '../problems/shown.js';
import { parseMultibaseDigest, parseSri } from './digests.js';
import { isUrl } from './is-url.js';
import type { Rule } from './rule.js';

/**
 * `relatedResource` is an object or a list of objects with unique URLs as `id` and at least one digest. A digest is
 * compared with the bytes where the package has them; nothing is fetched for it (VCDM 2.0 §5.3).
 */
export const relatedResource: Rule = ({ relatedResource: value }, report) => {
  if (value === undefined) return;
  const isList = Array.isArray(value);
  const items: readonly unknown[] = isList ? value : [value];
  if (items.length === 0) report('MEMBER_NOT_OBJECT', '/relatedResource', 'The list must not be empty.');
  const seen = new Set<unknown>();
  for (const [at, item] of items.entries()) {
    const place = isList ? below('/relatedResource', at) : '/relatedResource';
    if (!isObject(item)) {
      report('MEMBER_NOT_OBJECT', place, `A related resource must be an object, not ${shown(item)}.`);
      continue;
    }
    reportId(item, place, seen, report);
    reportDigests(item, place, report);
  }
};

function reportId({ id }: JsonObject, place: string, seen: Set<unknown>, report: Report): void {
  const at = below(place, 'id');
  if (id === undefined) report('ID_MISSING', at, 'Each related resource must have an id.');
  else if (!isUrl(id)) report('ID_NOT_URL', at, `The id must be a URL, not ${shown(id)}.`);
  else if (seen.has(id)) report('RESOURCE_DUPLICATE', at, `The resource ${shown(id)} is listed twice.`);
  seen.add(id);
}

function reportDigests(item: JsonObject, place: string, report: Report): void {
  const { id, digestSRI, digestMultibase } = item;
  if (digestSRI === undefined && digestMultibase === undefined) {
    report(
      'RESOURCE_DIGEST_MISSING',
      place,
      'Each related resource must have a digestSRI or digestMultibase.',
    );
  }
  const given = [
    ['digestSRI', digestSRI, parseSri],
    ['digestMultibase', digestMultibase, parseMultibaseDigest],
  ] as const;
  for (const [member, text, parse] of given) {
    if (text === undefined) continue;
    const digest = parse(text);
    const bytes = typeof id === 'string' ? contextBytes(id) : undefined;
    if (digest === undefined) {
      report('RESOURCE_DIGEST_MALFORMED', below(place, member), `${shown(text)} is not a ${member}.`);
    } else if (bytes !== undefined && !digest(bytes)) {
      const message = `The ${member} ${shown(text)} is not that of ${shown(id)}.`;
      report('RESOURCE_DIGEST_MISMATCH', below(place, member), message);
    }
  }
}
