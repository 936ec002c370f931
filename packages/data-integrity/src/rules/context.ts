import { isObject } from '../json/json-object.js';
import { below } from '../json/pointer.js';
import { shown } from '../problems/shown.js';
import { isUrl } from './is-url.js';
import type { Rule } from './rule.js';

/**
 * `@context` is a list that begins with the `base` URL, followed by URLs and objects (VCDM 2.0 §4.3). The base alone as
 * a text is taken for a list of one, as JSON-LD does.
 */
export function contextBeginsWith(base: string): Rule {
  return ({ '@context': context }, report) => {
    if (context === undefined) return report('CONTEXT_MISSING', '/@context', 'A @context must be given.');
    const items: readonly unknown[] = Array.isArray(context) ? context : [context];
    if (items[0] !== base) {
      report('CONTEXT_NOT_FIRST', '/@context', `The first context must be ${base}, not ${shown(items[0])}.`);
    }
    for (const [at, item] of items.entries()) {
      if (!isUrl(item) && !isObject(item)) {
        const message = `A context must be a URL or an object, not ${shown(item)}.`;
        report('CONTEXT_ITEM', below('/@context', at), message);
      }
    }
  };
}
