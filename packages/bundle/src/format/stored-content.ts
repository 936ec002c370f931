import type { Address, Arrangement, ProposalFact } from '@eslabon/core';
import type { Codec } from '../codec/codec.js';
import { address, bytes, uint } from '../codec/scalars.js';
import { optional, record } from '../codec/structures.js';
import { arrangementsCodec } from './arrangement-codec.js';
import type { BundleContent, BundleTrust, RegisterEntry } from './bundle-content.js';
import type { StoredIssuer } from './issuer-codec.js';
import { issuersCodec } from './issuer-codec.js';
import { maxHeader } from './limits.js';
import { proposalsCodec } from './proposal-codec.js';
import { registerCodec } from './register-codec.js';
import type { StoredList } from './status-codec.js';
import { statusesCodec } from './status-codec.js';
import { trustCodec } from './trust-codec.js';

/** The content of a bundle as the file has it: nothing twice, and nothing that follows from something else. */
export interface StoredContent {
  chainId: BundleContent['chainId'];
  header: Uint8Array;
  trust: BundleTrust;
  successor: Address;
  issuers: StoredIssuer[];
  proposals: ProposalFact[];
  arrangements: Arrangement[];
  statuses: StoredList[];
  /** What `packNodes` gave; `unpackNodes` checks its shape. */
  nodes: unknown;
  register?: RegisterEntry[] | undefined;
}

export const storedContentCodec: Codec<StoredContent> = record<StoredContent>({
  chainId: uint(Number.MAX_SAFE_INTEGER, 1),
  header: bytes(maxHeader),
  trust: trustCodec,
  successor: address,
  issuers: issuersCodec,
  proposals: proposalsCodec,
  arrangements: arrangementsCodec,
  statuses: statusesCodec,
  nodes: { write: (value) => value, read: (raw) => raw },
  register: optional(registerCodec),
});
