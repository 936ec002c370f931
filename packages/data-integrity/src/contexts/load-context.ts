import type { LoadedDocument } from 'jsonld';
import { refused } from '../problems/refused.js';
import { shown } from '../problems/shown.js';
import { packagedContexts } from './packaged-contexts.js';

/**
 * Loads a context for a JSON-LD processor: from the package, never from the network.
 * @throws EslabonError CREDENTIAL_REFUSED with CONTEXT_UNKNOWN for every other URL
 */
export async function loadContext(url: string): Promise<LoadedDocument> {
  const document = packagedContexts.get(url);
  if (document === undefined) {
    throw refused('CONTEXT_UNKNOWN', '/@context', `The context ${shown(url)} is not one of the package.`);
  }
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
}
