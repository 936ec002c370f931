import type { Country } from '@eslabon/core';
import type { SignatureVerifier } from '@eslabon/credentials';
import { verifySignature as verifyInJavaScript } from '@eslabon/credentials';
import { readContainer } from '../format/container.js';
import { decodePayload } from '../format/payload.js';
import { NodeSet } from '../trie/node-set.js';
import type { TrustAnchor } from '../trust/trust-anchor.js';
import { checkChain } from './check-chain.js';
import { checkNodesUsed } from './check-nodes-used.js';
import { checkStorage } from './check-storage.js';
import type { LoadedBundle } from './loaded-bundle.js';
import { proveAccounts } from './prove-accounts.js';
import { proveBlock } from './prove-block.js';
import { proveChangedBlock } from './prove-changed-block.js';
import { readBlock } from './read-block.js';
import { readIssuers } from './read-issuers.js';
import { registerReader } from './register-reader.js';
import { statusReader } from './status-reader.js';

export interface OpenBundleOptions {
  /** The country whose attestors this reader follows: its own. */
  attestor: Country;
  /** Replaces the verification in JavaScript, for instance by a native one. */
  verifySignature?: SignatureVerifier;
  /** Largest file read, in bytes; 4 MiB unless told. */
  maxBytes?: number;
  /** Largest payload inflated, in bytes; 64 MiB unless told. */
  maxInflatedBytes?: number;
}

/**
 * Opens a bundle file and proves all of it, from the attested block down to the last status bit. Either everything
 * holds, or an error says what does not and nothing of the file is returned.
 * @param file bytes of a bundle.
 * @param trust what the reader was given out of band.
 * @throws EslabonError BUNDLE_TOO_LARGE, BUNDLE_MALFORMED, BUNDLE_VERSION, BUNDLE_CHAIN, BUNDLE_HEADER,
 * BUNDLE_ATTESTOR_UNKNOWN, BUNDLE_ATTESTATION, BUNDLE_ACCOUNT_PROOF, BUNDLE_CONTRACT, BUNDLE_CODE_HASH,
 * BUNDLE_STORAGE_ROOT, BUNDLE_STORAGE_PROOF or BUNDLE_KEY_SET.
 */
export function openBundle(file: Uint8Array, trust: TrustAnchor, options: OpenBundleOptions): LoadedBundle {
  const { attestor: country, verifySignature = verifyInJavaScript } = options;
  const { maxBytes = 4 << 20, maxInflatedBytes = 64 << 20 } = options;

  const content = decodePayload(readContainer(file, { maxBytes, maxInflatedBytes }));
  checkChain(content.chainId, trust);
  const block = readBlock(content.header);
  const proven = proveBlock(content.trust, block, { trust, attestor: country, verifySignature });
  const nodes = new NodeSet(content.nodes);
  const roots = proveAccounts(nodes, block.stateRoot, trust.contracts);
  checkStorage(content.facts, roots);
  const issuers = readIssuers(content.facts.authorities.records, content.keySets, (authority) =>
    proveChangedBlock(nodes, roots.didRegistry, authority),
  );
  checkNodesUsed(nodes);

  const { attestors: _, seals: __, ...deployment } = trust;
  return {
    chainId: trust.chainId,
    deployment,
    block: { number: block.number, hash: block.hash, timestamp: block.timestamp },
    trust: proven,
    facts: content.facts,
    issuers,
    status: statusReader(content.facts.statuses.lists),
    find: registerReader(content.register),
    ...(content.register === undefined ? {} : { registerSize: content.register.length }),
  };
}
