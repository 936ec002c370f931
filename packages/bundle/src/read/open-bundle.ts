import type { Country } from '@eslabon/core';
import type { SignatureVerifier } from '@eslabon/credentials';
import { verifySignature as verifyInJavaScript } from '@eslabon/credentials';
import { readContainer } from '../format/container.js';
import { defaultLimits } from '../format/limits.js';
import { decodePayload } from '../format/payload.js';
import type { SignerRecovery } from '../header/seals/recover-signer.js';
import { recoverSigner as recoverInJavaScript } from '../header/seals/recover-signer.js';
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
  /** Replaces the recovery of sealing validators in JavaScript, for instance by a native one. */
  recoverSigner?: SignerRecovery;
  /**
   * The time in unix seconds, needed to open a bundle with validators' seals: trust in a checkpoint runs out. When
   * given, no bundle may be from more than 300 seconds later. Never read from a clock here.
   */
  now?: number | undefined;
  /** Largest file read, in bytes; 16 MiB unless told. */
  maxBytes?: number;
  /** Largest payload inflated, in bytes; 32 MiB unless told. */
  maxInflatedBytes?: number;
}

/**
 * Opens a bundle file and proves all of it, from the attested or sealed block down to the last status bit. Either everything
 * holds, or an error says what does not and nothing of the file is returned.
 * @param file bytes of a bundle.
 * @param trust what the reader was given out of band.
 * @throws EslabonError BUNDLE_TOO_LARGE, BUNDLE_MALFORMED, BUNDLE_VERSION, BUNDLE_CHAIN, BUNDLE_HEADER, BUNDLE_FUTURE,
 * BUNDLE_TRUST_MODE, BUNDLE_ATTESTOR_UNKNOWN, BUNDLE_ATTESTATION, BUNDLE_SEALS, BUNDLE_VALIDATORS, BUNDLE_CHECKPOINT,
 * BUNDLE_CHECKPOINT_EXPIRED, BUNDLE_ACCOUNT_PROOF, BUNDLE_CONTRACT, BUNDLE_CODE_HASH, BUNDLE_STORAGE_ROOT,
 * BUNDLE_STORAGE_PROOF or BUNDLE_KEY_SET; INPUT_INVALID when a sealed bundle is opened without `now`.
 */
export function openBundle(file: Uint8Array, trust: TrustAnchor, options: OpenBundleOptions): LoadedBundle {
  const { verifySignature = verifyInJavaScript, recoverSigner = recoverInJavaScript } = options;
  const { maxBytes = defaultLimits.maxBytes, maxInflatedBytes = defaultLimits.maxInflatedBytes } = options;

  const content = decodePayload(readContainer(file, { maxBytes, maxInflatedBytes }));
  checkChain(content.chainId, trust);
  const block = readBlock(content.header);
  const { attestor, now } = options;
  const proven = proveBlock(content.trust, block, { trust, attestor, verifySignature, recoverSigner, now });
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
    block: { number: block.number, hash: proven.hash, timestamp: block.timestamp },
    trust: proven.trust,
    facts: content.facts,
    issuers,
    status: statusReader(content.facts.statuses.lists),
    find: registerReader(content.register),
    ...(content.register === undefined ? {} : { registerSize: content.register.length }),
  };
}
