import { shown } from '../problems/shown.js';
import { parseDateTime } from '../time/parse-date-time.js';
import type { Rule } from './rule.js';

/** The two members are dateTimeStamps, and the second is not before the first (VCDM 2.0 §4.9, VCDM 1.1 §4.6). */
export function validity(from: string, until: string, isRequired: boolean): Rule {
  return (document, report) => {
    if (isRequired && document[from] === undefined) {
      report('MEMBER_MISSING', `/${from}`, `The ${from} must be given.`);
    }
    for (const member of [from, until]) {
      const value = document[member];
      if (value !== undefined && parseDateTime(value) === undefined) {
        const message = `The ${member} must be a date and time with offset, not ${shown(value)}.`;
        report('DATE_NOT_STAMP', `/${member}`, message);
      }
    }
    const [start, end] = [parseDateTime(document[from]), parseDateTime(document[until])];
    if (start !== undefined && end !== undefined && end < start) {
      report('VALIDITY_ORDER', `/${until}`, `The ${until} must not be before the ${from}.`);
    }
  };
}
