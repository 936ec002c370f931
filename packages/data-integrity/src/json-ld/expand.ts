import type { JsonObject } from '../json/json-object.js';
import { checkIris } from './check-iris.js';
import { processor, safely } from './processor.js';
import { toProblem } from './to-problem.js';

/**
 * Expands a document of bounded size in safe mode (JSON-LD 1.1 API §5.1). Whatever names a node or type in the result
 * is an absolute URL or a blank node.
 * @throws EslabonError CREDENTIAL_REFUSED with TERM_UNDEFINED, TYPE_UNDEFINED, ID_NOT_URL, CONTEXT_* or JSON_LD_INVALID
 */
export async function expand(document: JsonObject): Promise<JsonObject[]> {
  let expanded: JsonObject[];
  try {
    expanded = await processor.expand(document, safely);
  } catch (error) {
    throw toProblem(error, document);
  }
  checkIris(expanded, document);
  return expanded;
}
