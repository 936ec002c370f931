import { isObject } from '../json/json-object.js';
import { below } from '../json/pointer.js';
import { shown } from '../problems/shown.js';
import { isUrl } from './is-url.js';
import type { Rule } from './rule.js';
import { reportType } from './types.js';

/**
 * The member, where present, is an object or a list of at least one; each says its `type`, and its `id` is a URL
 * where it has one or needs one.
 */
export function typedObjects(member: string, id: 'needs id' | 'may have id'): Rule {
  return (document, report) => {
    const value = document[member];
    if (value === undefined) return;
    const isList = Array.isArray(value);
    const items: readonly unknown[] = isList ? value : [value];
    if (items.length === 0) {
      report('MEMBER_NOT_OBJECT', `/${member}`, `The ${member} must not be an empty list.`);
    }
    for (const [at, item] of items.entries()) {
      const place = isList ? below(`/${member}`, at) : `/${member}`;
      if (!isObject(item)) {
        report('MEMBER_NOT_OBJECT', place, `Each ${member} must be an object, not ${shown(item)}.`);
        continue;
      }
      reportType(item, place, report);
      if (item.id === undefined && id === 'needs id') {
        report('ID_MISSING', below(place, 'id'), `Each ${member} must have an id.`);
      } else if (item.id !== undefined && !isUrl(item.id)) {
        report('ID_NOT_URL', below(place, 'id'), `The id must be a URL, not ${shown(item.id)}.`);
      }
    }
  };
}
