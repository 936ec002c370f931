import type { RegistryFacts } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { compareBytes } from '../bytes/compare-bytes.js';
import { decodeCbor, encodeCbor } from '../codec/cbor.js';
import { compareText } from '../codec/compare-text.js';
import { address, bytes, uint } from '../codec/scalars.js';
import { optional, record, row, sorted } from '../codec/structures.js';
import { arrangementCodec } from './arrangement-codec.js';
import { authorityCodec } from './authority-codec.js';
import type { BundleContent } from './bundle-content.js';
import { maxHeader, maxPart } from './limits.js';
import { registerCodec } from './register-codec.js';
import { statusCodec } from './status-codec.js';
import { trustCodec } from './trust-codec.js';

const contentCodec = record<BundleContent>({
  chainId: uint(Number.MAX_SAFE_INTEGER, 1),
  header: bytes(maxHeader),
  trust: trustCodec,
  nodes: sorted(bytes(maxPart), compareBytes),
  facts: record<RegistryFacts>({
    authorities: authorityCodec,
    arrangements: arrangementCodec,
    statuses: statusCodec,
  }),
  keySets: sorted(
    row<BundleContent['keySets'][number]>({ authority: address, bytes: bytes(maxPart) }),
    (a, b) => compareText(a.authority, b.authority),
  ),
  register: optional(registerCodec),
});

/** The content as deterministic CBOR: sets are sorted, repeated and empty nodes and zero words left out. */
export function encodePayload(content: BundleContent): Uint8Array {
  return encodeCbor(contentCodec.write({ ...content, nodes: withoutRepetitions(content.nodes) }, 'bundle'));
}

const emptyTrie = Uint8Array.of(0x80);

/** Some nodes answer a proof in an empty trie with 0x80. The empty root says as much, and nobody looks it up. */
function withoutRepetitions(nodes: readonly Uint8Array[]): Uint8Array[] {
  const ordered = nodes.filter((node) => compareBytes(node, emptyTrie) !== 0).sort(compareBytes);
  return ordered.filter((node, at) => at === 0 || compareBytes(node, ordered[at - 1] as Uint8Array) !== 0);
}

/**
 * Reads what {@link encodePayload} writes, and only that: content has one form.
 * @throws EslabonError BUNDLE_MALFORMED
 */
export function decodePayload(payload: Uint8Array): BundleContent {
  let raw: unknown;
  try {
    raw = decodeCbor(payload);
  } catch (cause) {
    throw new EslabonError('BUNDLE_MALFORMED', 'The bundle is not deterministic CBOR.', { cause });
  }
  return contentCodec.read(raw, 'bundle');
}
