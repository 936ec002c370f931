import type { BundleContent } from '@eslabon/bundle';
import { decodeHeader, encodeBundle, encodeHeader, keccak256, rlpDecode } from '@eslabon/bundle';
import type { RegistryFacts } from '@eslabon/core';
import { toHex } from '../synthetic/hex.js';

/** Bytes of the file by what they are for. They add up to the file. */
export type ByteShares = readonly (readonly [part: string, bytes: number])[];

type Edit = (content: BundleContent) => BundleContent;

/**
 * Takes one part after the other out of a bundle and sees how much smaller the file becomes. Bytes that compress because
 * an earlier part has them too count for the earlier one.
 */
export function whereBytesGo(content: BundleContent): ByteShares {
  const shares: [string, number][] = [];
  let rest = content;
  let size = encodeBundle(rest).length;
  for (const [part, edit] of edits) {
    rest = edit(rest);
    const smaller = encodeBundle(rest).length;
    shares.push([part, size - smaller]);
    size = smaller;
  }
  return [...shares, ['container and names', size]];
}

const edits: readonly (readonly [string, Edit])[] = [
  ['validators and seals', (content) => ({ ...content, header: withoutSeals(content.header) })],
  ['rest of the header', (content) => ({ ...content, header: new Uint8Array(0) })],
  ['proofs of the accounts', (content) => ({ ...content, nodes: belowAccounts(content) })],
  ['proofs of ERC-1056 changes', (content) => ({ ...content, nodes: [] })],
  ['key sets', withoutKeySets],
  ['status bits', withLists((list) => ({ ...list, revoked: new Map(), suspended: new Map() }))],
  ['status lists', withFacts((facts) => ({ ...facts, statuses: { ...facts.statuses, lists: [] } }))],
  ['nonces', withFacts(withoutNonces)],
  ['arrangements', withFacts((facts) => ({ ...facts, arrangements: { arrangements: [], nonces: [] } }))],
  ['records', withFacts((facts) => ({ ...facts, authorities: { ...facts.authorities, records: [] } }))],
];

function withFacts(edit: (facts: RegistryFacts) => RegistryFacts): Edit {
  return (content) => ({ ...content, facts: edit(content.facts) });
}

type StatusList = RegistryFacts['statuses']['lists'][number];

function withLists(edit: (list: StatusList) => StatusList): Edit {
  return withFacts((facts) => ({
    ...facts,
    statuses: { ...facts.statuses, lists: facts.statuses.lists.map(edit) },
  }));
}

function withoutNonces({ authorities, arrangements, statuses }: RegistryFacts): RegistryFacts {
  return {
    authorities: { ...authorities, nonces: [] },
    arrangements: { ...arrangements, nonces: [] },
    statuses: { ...statuses, nonces: [] },
  };
}

/** With the hashes, which follow from the key sets and are not in the file. */
function withoutKeySets(content: BundleContent): BundleContent {
  const keySetHash = `0x${'00'.repeat(32)}` as const;
  const records = content.facts.authorities.records.map((record) => ({ ...record, keySetHash }));
  const { facts } = content;
  return { ...content, keySets: [], facts: { ...facts, authorities: { ...facts.authorities, records } } };
}

function withoutSeals(header: Uint8Array): Uint8Array {
  return encodeHeader({ ...decodeHeader(header).fields, extraData: '0x' });
}

/** The nodes of ERC-1056's storage: those that do not lead from the state root to an account. */
function belowAccounts({ nodes }: BundleContent): Uint8Array[] {
  const byHash = new Map(nodes.map((node) => [toHex(keccak256(node)), node]));
  const isAccount = (node: Uint8Array): boolean => {
    const items = rlpDecode(node);
    // A leaf whose value is longer than a word, or a branch above one.
    if (items.length === 2) return (items[1] as Uint8Array).length > 33;
    return (items as Uint8Array[]).some((child) => {
      const below = child.length === 32 ? byHash.get(toHex(child)) : undefined;
      return below !== undefined && isAccount(below);
    });
  };
  return nodes.filter((node) => !isAccount(node));
}
