import type { Quad, Term } from 'rdf-canonize';
import type { JsonObject } from '../json/json-object.js';
import { isObject } from '../json/json-object.js';

/** Names blank nodes so that they can be found again in any part of the document; `prefix` is used nowhere else. */
export interface Skolems {
  prefix: string;
  count: number;
}

export function createSkolems(): Skolems {
  return { prefix: `urn:bnid:${crypto.randomUUID()}:`, count: 0 };
}

/** An expanded document in which every node has an id: blank ones get a URN (ECDSA Cryptosuites 1.0 §3.5.6). */
export function skolemize(expanded: readonly unknown[], skolems: Skolems): unknown[] {
  return expanded.map((element) => {
    if (!isObject(element) || Object.hasOwn(element, '@value')) return element;
    const node: JsonObject = {};
    for (const [name, value] of Object.entries(element)) {
      node[name] = Array.isArray(value) ? skolemize(value, skolems) : skolemize([value], skolems)[0];
    }
    if (Object.hasOwn(node, '@list') || Object.hasOwn(node, '@set')) return node;
    const id = node['@id'];
    if (id === undefined) node['@id'] = `${skolems.prefix}_${skolems.count++}`;
    else if (typeof id === 'string' && id.startsWith('_:')) node['@id'] = `${skolems.prefix}${id.slice(2)}`;
    return node;
  });
}

/** The quads with the named blank nodes as blank nodes again. */
export function deskolemize(quads: readonly Quad[], { prefix }: Skolems): Quad[] {
  const restore = (term: Term): Term =>
    term.termType === 'NamedNode' && term.value.startsWith(prefix)
      ? { termType: 'BlankNode', value: term.value.slice(prefix.length) }
      : term;
  return quads.map(({ subject, predicate, object, graph }) => ({
    subject: restore(subject),
    predicate,
    object: restore(object),
    graph: restore(graph),
  }));
}
