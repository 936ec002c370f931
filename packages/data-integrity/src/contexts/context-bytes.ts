import { aeoContext, delegationContext, vcdm1Context, vcdm2Context } from '@eslabon/core';
import type { JsonObject } from '../json/json-object.js';
import { dataIntegrityContext, examplesContext } from './context-urls.js';
import { packagedContexts } from './packaged-contexts.js';
import { printAsPublished } from './print-as-published.js';

const indented = (document: JsonObject): string => JSON.stringify(document, null, 2);

/** How each context whose published bytes are known is laid out, with or without a line break at its end. */
const layouts: Readonly<Record<string, (document: JsonObject) => string>> = {
  [vcdm2Context]: (document) => printAsPublished(document, { leaves: 'open' }),
  [vcdm1Context]: (document) => `${printAsPublished(document, { leaves: 'inline' })}\n`,
  [dataIntegrityContext]: indented,
  [examplesContext]: (document) => `${indented(document)}\n`,
  [aeoContext]: (document) => `${indented(document)}\n`,
  [delegationContext]: (document) => `${indented(document)}\n`,
};

/**
 * The bytes that a context is published as, to compare digests with or to serve; `undefined` for another URL and for
 * contexts whose published bytes the package does not have.
 */
export function contextBytes(url: string): Uint8Array | undefined {
  const document = packagedContexts.get(url);
  const print = Object.hasOwn(layouts, url) ? layouts[url] : undefined;
  return document === undefined || print === undefined
    ? undefined
    : new TextEncoder().encode(print(document));
}
