import { isObject } from '../json/json-object.js';
import { shown } from '../problems/shown.js';
import { isUrl } from './is-url.js';
import type { Rule } from './rule.js';

/** Whoever the member names: it is a URL, or an object whose `id` is one (VCDM 2.0 §4.7, §4.13). */
export function partyIn(member: 'issuer' | 'holder', isRequired: boolean): Rule {
  return ({ [member]: party }, report) => {
    if (party === undefined) {
      if (isRequired) report('MEMBER_MISSING', `/${member}`, `The ${member} must be given.`);
      return;
    }
    if (isUrl(party) || (isObject(party) && isUrl(party.id))) return;
    const pointer = isObject(party) ? `/${member}/id` : `/${member}`;
    const isMissing = isObject(party) && party.id === undefined;
    const given = isObject(party) ? party.id : party;
    report(
      isMissing ? 'ID_MISSING' : 'ID_NOT_URL',
      pointer,
      `The ${member} must be a URL or an object with a URL as id, not ${shown(given)}.`,
    );
  };
}
