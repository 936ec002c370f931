import type { Quad } from 'rdf-canonize';
import type { JsonObject } from '../json/json-object.js';
import { limits } from '../limits.js';
import { refused } from '../problems/refused.js';
import { expand } from './expand.js';
import { processor, safely } from './processor.js';
import { toProblem } from './to-problem.js';

export interface ToQuadsOptions {
  /** How base directions are written; the legacy suite drops none in silence but knows no way to write them. */
  rdfDirection?: 'i18n-datatype' | null;
  /** Set when the document was expanded already, by `expand`. */
  isExpanded?: boolean;
}

/**
 * The RDF quads of a document of bounded size (JSON-LD 1.1 API §8.1), in safe mode.
 * @throws EslabonError as of `expand`, or CREDENTIAL_TOO_LARGE with GRAPH_TOO_LARGE
 */
export async function toQuads(
  document: JsonObject | readonly JsonObject[],
  { rdfDirection = 'i18n-datatype', isExpanded = false }: ToQuadsOptions = {},
): Promise<Quad[]> {
  const expanded = isExpanded ? document : await expand(document as JsonObject);
  let quads: Quad[];
  try {
    quads = await processor.toRDF(expanded, {
      ...safely,
      rdfDirection,
      produceGeneralizedRdf: false,
      skipExpansion: true,
    });
  } catch (error) {
    throw toProblem(error, document);
  }
  if (quads.length > limits.quads) {
    throw refused('GRAPH_TOO_LARGE', '', `The document makes ${quads.length} quads, above ${limits.quads}.`);
  }
  return quads;
}
