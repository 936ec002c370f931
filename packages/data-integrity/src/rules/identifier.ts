import { shown } from '../problems/shown.js';
import { isUrl } from './is-url.js';
import type { Rule } from './rule.js';

/** `id`, where present, is one URL (VCDM 2.0 §4.4). */
export const identifier: Rule = ({ id }, report) => {
  if (id !== undefined && !isUrl(id)) report('ID_NOT_URL', '/id', `The id must be a URL, not ${shown(id)}.`);
};
