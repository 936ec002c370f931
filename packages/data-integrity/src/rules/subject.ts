import { isObject } from '../json/json-object.js';
import { below } from '../json/pointer.js';
import { shown } from '../problems/shown.js';
import { isUrl } from './is-url.js';
import type { Rule } from './rule.js';

/** `credentialSubject` is an object or a list of at least one, none of them empty (VCDM 2.0 §4.8). */
export const subject: Rule = ({ credentialSubject }, report) => {
  const pointer = '/credentialSubject';
  if (credentialSubject === undefined) {
    return report('MEMBER_MISSING', pointer, 'The credentialSubject must be given.');
  }
  const isList = Array.isArray(credentialSubject);
  const subjects: readonly unknown[] = isList ? credentialSubject : [credentialSubject];
  if (subjects.length === 0) report('SUBJECT_EMPTY', pointer, 'At least one subject must be given.');
  for (const [at, item] of subjects.entries()) {
    const place = isList ? below(pointer, at) : pointer;
    if (!isObject(item)) {
      report('MEMBER_NOT_OBJECT', place, `A subject must be an object, not ${shown(item)}.`);
    } else if (Object.keys(item).length === 0) {
      report('SUBJECT_EMPTY', place, 'A subject must have at least one claim.');
    } else if (item.id !== undefined && !isUrl(item.id)) {
      report('ID_NOT_URL', below(place, 'id'), `The id must be a URL, not ${shown(item.id)}.`);
    }
  }
};
