import type { Country } from '../identifiers/country.js';
import type { Address, Hash } from '../identifiers/hex.js';

/**
 * Everything that is stored in our three contracts, as facts: every storage slot follows from these
 * (architecture.md §3), so that a reader can rebuild the storage tries and compare roots.
 * Times are Unix seconds; 0 stands for "none", as on the chain. Addresses are lower case.
 */
export interface RegistryFacts {
  authorities: AuthorityFacts;
  arrangements: ArrangementFacts;
  statuses: StatusFacts;
}

export interface NonceFact {
  authority: Address;
  nonce: number;
}

export interface AuthorityRecord {
  did: Address;
  country: Country;
  admittedAt: number;
  removedAt: number;
  /** keccak-256 of the attested key set, or 32 zero bytes before the first attestation. */
  keySetHash: Hash;
  /** ERC-1056 `changed` block that the key set reflects. */
  keySetBlock: number;
}

export interface ProposalFact {
  id: Hash;
  expiresAt: number;
  executedAt: number;
  /** Bitmap by record index. */
  approvals: bigint;
}

export interface AuthorityFacts {
  successor: Address;
  /** In the order of their index on the chain. */
  records: AuthorityRecord[];
  proposals: ProposalFact[];
  nonces: NonceFact[];
}

export interface ArrangementVersion {
  /** Short name, UTF-8, at most 32 bytes. */
  label: string;
  /** SHA-256 of the signed text. */
  textDigest: Hash;
  certificateTypes: number;
  roles: number;
  validFrom: number;
  validUntil: number;
  /** Seconds for which status data are fresh. */
  ttl: number;
  /** Seconds after which status data must not be used. */
  exp: number;
  parties: Country[];
}

export interface Accession {
  /** Counted from 1. */
  version: number;
  from: number;
  until: number;
}

export interface Period {
  from: number;
  until: number;
}

export interface Arrangement {
  /** Counted from 1. */
  id: number;
  versions: ArrangementVersion[];
  accessions: { country: Country; periods: Accession[] }[];
  suspensions: { by: Country; against: Country; periods: Period[] }[];
}

export interface ArrangementFacts {
  arrangements: Arrangement[];
  nonces: NonceFact[];
}

export interface StatusListFact {
  authority: Address;
  list: number;
  version: number;
  updatedAt: number;
  /** Non-zero 256-bit words by word index. */
  revoked: Map<number, bigint>;
  suspended: Map<number, bigint>;
}

export interface StatusFacts {
  lists: StatusListFact[];
  nonces: NonceFact[];
}
