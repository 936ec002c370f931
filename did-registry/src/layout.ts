/**
 * Storage layout of the registries, as data. Slots of top-level fields are absolute, those of struct members count from
 * the first slot of the struct. Offsets count bytes from the low-order end of the slot, as solc's `storageLayout` does;
 * `layout.test.ts` compares the two.
 */

/** Where a field lies. Mappings and dynamic arrays have offset 0 and 32 bytes: their slot is what is hashed. */
export interface FieldLayout {
  readonly slot: number;
  readonly offset: number;
  readonly bytes: number;
}

/** Version of the layouts below. A verifier pins it beside the code hash. */
export const layoutVersion = 1;

const wholeSlot = (slot: number): FieldLayout => ({ slot, offset: 0, bytes: 32 });
const packed = (slot: number, offset: number, bytes: number): FieldLayout => ({ slot, offset, bytes });

/** What all three registries have: two strings that are always empty, and address → nonce. */
export const instructedLayout = {
  nameFallback: wholeSlot(0),
  versionFallback: wholeSlot(1),
  nonces: wholeSlot(2),
} as const;

/** AuthorityRegistry: `records` address → Record, `active` bytes2 → address, `proposals` bytes32 → Proposal. */
export const authorityRegistryLayout = {
  ...instructedLayout,
  successor: packed(3, 0, 20),
  recordCount: packed(3, 20, 2),
  memberCount: packed(3, 22, 2),
  members: wholeSlot(4),
  records: wholeSlot(5),
  active: wholeSlot(6),
  proposals: wholeSlot(7),
} as const;

/** AuthorityRegistry.Record, 2 slots. */
export const recordLayout = {
  country: packed(0, 0, 2),
  index: packed(0, 2, 2),
  admittedAt: packed(0, 4, 5),
  removedAt: packed(0, 9, 5),
  keySetBlock: packed(0, 14, 8),
  keySetHash: wholeSlot(1),
} as const;

/** AuthorityRegistry.Proposal, 2 slots. */
export const proposalLayout = {
  expiresAt: packed(0, 0, 5),
  executedAt: packed(0, 5, 5),
  approvals: wholeSlot(1),
} as const;

/** ArrangementRegistry: `arrangements` uint32 → Arrangement, ids from 1. */
export const arrangementRegistryLayout = {
  ...instructedLayout,
  arrangementCount: packed(3, 0, 4),
  arrangements: wholeSlot(4),
} as const;

/**
 * ArrangementRegistry.Arrangement, 3 slots: `versions` Terms[], `accessions` bytes2 → Accession[], `suspensions`
 * bytes4 (by ‖ against) → Suspension[].
 */
export const arrangementLayout = {
  versions: wholeSlot(0),
  accessions: wholeSlot(1),
  suspensions: wholeSlot(2),
} as const;

/** ArrangementRegistry.Terms, 4 slots. `parties` is bytes2[], 16 to a slot from the low-order end. */
export const termsLayout = {
  label: wholeSlot(0),
  textDigest: wholeSlot(1),
  certificateTypes: packed(2, 0, 1),
  roles: packed(2, 1, 4),
  validFrom: packed(2, 5, 5),
  validUntil: packed(2, 10, 5),
  ttl: packed(2, 15, 4),
  exp: packed(2, 19, 4),
  parties: wholeSlot(3),
} as const;

/** ArrangementRegistry.Accession, 1 slot. */
export const accessionLayout = {
  version: packed(0, 0, 2),
  from: packed(0, 2, 5),
  until: packed(0, 7, 5),
} as const;

/** ArrangementRegistry.Suspension, 1 slot. */
export const suspensionLayout = {
  from: packed(0, 0, 5),
  until: packed(0, 5, 5),
} as const;

/** StatusRegistry: `lists` address → uint32 → List. */
export const statusRegistryLayout = {
  ...instructedLayout,
  lists: wholeSlot(3),
} as const;

/** StatusRegistry.List, 3 slots: the Head in the first, then word → bitmap twice. */
export const listLayout = {
  head: wholeSlot(0),
  revoked: wholeSlot(1),
  suspended: wholeSlot(2),
} as const;

/** StatusRegistry.Head, 1 slot, the first of a List. */
export const headLayout = {
  version: packed(0, 0, 8),
  updatedAt: packed(0, 8, 5),
  revokedCount: packed(0, 13, 4),
  suspendedCount: packed(0, 17, 4),
} as const;

/** Slots that one element of a dynamic array of structs takes. */
export const structSlots = { terms: 4, accession: 1, suspension: 1 } as const;
