import jsonld from 'jsonld';
import { loadContext } from '../contexts/load-context.js';

/**
 * A processor of our own: its cache of contexts is not shared with other users of the library in this process, who
 * might have loaded something else under the same URL.
 */
export const processor = jsonld();

/** No base URL, nothing dropped in silence, nothing fetched. */
export const safely = { base: null, safe: true, documentLoader: loadContext } as const;
