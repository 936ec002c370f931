import type { Quad } from 'rdf-canonize';
import type { JsonObject } from '../json/json-object.js';
import { canonize } from '../json-ld/canonize.js';
import { expand } from '../json-ld/expand.js';
import { processor, safely } from '../json-ld/processor.js';
import { toProblem } from '../json-ld/to-problem.js';
import { toQuads } from '../json-ld/to-quads.js';
import { refused } from '../problems/refused.js';
import { select } from './select.js';
import type { Skolems } from './skolemize.js';
import { createSkolems, deskolemize, skolemize } from './skolemize.js';
import { hmacLabels, writeStatement } from './statements.js';

interface Group {
  /** Positions of the chosen statements among all. */
  positions: ReadonlySet<number>;
  /** The chosen part as quads with the blank nodes' own labels. */
  quads: readonly Quad[];
}

export interface GroupedStatements {
  /** All statements, in order, with blank nodes labelled by the HMAC. */
  statements: readonly string[];
  groups: readonly Group[];
  /** HMAC labels by the blank nodes' own labels. */
  labels: ReadonlyMap<string, string>;
}

/**
 * Writes a document as ordered statements whose blank nodes have keyed labels, and finds for each list of pointers the
 * statements that they choose (ECDSA Cryptosuites 1.0 §3.5.14).
 * @throws EslabonError as of JSON-LD processing; POINTER_* ; JSON_LD_INVALID for lists, which cannot be cut
 */
export async function groupStatements(
  document: JsonObject,
  key: Uint8Array,
  pointerLists: readonly (readonly string[])[],
): Promise<GroupedStatements> {
  const skolems = createSkolems();
  const named = skolemize(await expand(document), skolems) as JsonObject[];
  const compact = await compactAgain(named, document);
  const quads = deskolemize(refuseLists(await toQuads(named, { isExpanded: true })), skolems);
  const canonical = new Map<string, string>();
  await canonize(quads, 'sha256', canonical);
  const labels = hmacLabels(canonical, key);
  const statements = [...new Set(quads.map((quad) => writeStatement(quad, labels) as string))].sort();
  const order = new Map(statements.map((statement, at) => [statement, at]));
  const groups: Group[] = [];
  for (const pointers of pointerLists) {
    const chosen = await choose(compact, pointers, skolems);
    const found = chosen.map((quad) => order.get(writeStatement(quad, labels) ?? ''));
    if (found.includes(undefined)) {
      throw refused(
        'POINTER_UNMATCHED',
        '',
        'What the pointers choose says something else than the document.',
      );
    }
    groups.push({ positions: new Set(found as number[]), quads: chosen });
  }
  return { statements, groups, labels };
}

async function compactAgain(named: JsonObject[], document: JsonObject): Promise<JsonObject> {
  try {
    return await processor.compact(named, document['@context'], safely);
  } catch (error) {
    throw toProblem(error, document);
  }
}

async function choose(compact: JsonObject, pointers: readonly string[], skolems: Skolems): Promise<Quad[]> {
  const selection = select(compact, pointers);
  return selection === undefined ? [] : deskolemize(refuseLists(await toQuads(selection)), skolems);
}

/** Every node has a name by now but the cells of lists, which would be others in every part. */
function refuseLists(quads: Quad[]): Quad[] {
  if (
    quads.some(({ subject, object }) => [subject, object].some(({ termType }) => termType === 'BlankNode'))
  ) {
    throw refused(
      'JSON_LD_INVALID',
      '',
      'A document with an ordered list (@list) cannot be disclosed in parts.',
    );
  }
  return quads;
}
