import { base64urlEncode } from '@eslabon/credentials';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Quad, Term } from 'rdf-canonize';
import { NQuads } from 'rdf-canonize';

/** The new label of a blank node, by the one it has. */
export type Labels = ReadonlyMap<string, string>;

/** One statement as canonical N-Quads, with the blank nodes renamed; `undefined` when one has no new label. */
export function writeStatement(quad: Quad, labels: Labels): string | undefined {
  let isComplete = true;
  const rename = (term: Term): Term => {
    if (term.termType !== 'BlankNode') return term;
    const label = labels.get(term.value);
    isComplete &&= label !== undefined;
    return { termType: 'BlankNode', value: label ?? '' };
  };
  const { subject, predicate, object, graph } = quad;
  const renamed = { subject: rename(subject), predicate, object: rename(object), graph: rename(graph) };
  return isComplete ? NQuads.serializeQuad(renamed) : undefined;
}

/**
 * Labels that say nothing about what was left out: the HMAC of each canonical label (ECDSA Cryptosuites 1.0 §3.5.4).
 * @param canonical canonical labels by the labels of the graph, as RDFC-1.0 fills them in
 */
export function hmacLabels(canonical: Labels, key: Uint8Array): Map<string, string> {
  const labels = new Map<string, string>();
  for (const [label, name] of canonical) {
    labels.set(label, `u${base64urlEncode(hmac(sha256, key, new TextEncoder().encode(name)))}`);
  }
  return labels;
}
