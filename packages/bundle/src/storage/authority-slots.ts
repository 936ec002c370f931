import type { AuthorityFacts, AuthorityRecord, ProposalFact } from '@eslabon/core';
import { authorityRegistryLayout as layout, proposalLayout, recordLayout } from '@eslabon/did-registry';
import { countryBits, countryKey } from './country-bits.js';
import { mappingSlot } from './derived-slot.js';
import { addNonceSlots } from './nonce-slots.js';
import type { SlotMap } from './slot-map.js';
import { writeField } from './write-field.js';

/** The whole storage of AuthorityRegistry. Counts, the member set and the active authorities follow from the records. */
export function authoritySlots(facts: AuthorityFacts): SlotMap {
  const slots: SlotMap = new Map();
  const active = facts.records.filter((record) => record.removedAt === 0);
  writeField(slots, 0n, layout.successor, BigInt(facts.successor));
  writeField(slots, 0n, layout.recordCount, facts.records.length);
  writeField(slots, 0n, layout.memberCount, active.length);
  let members = 0n;
  for (const [index, record] of facts.records.entries()) {
    if (record.removedAt === 0) members |= 1n << BigInt(index);
    addRecord(slots, record, index);
  }
  writeField(slots, 0n, layout.members, members);
  for (const { country, did } of active) {
    slots.set(mappingSlot(BigInt(layout.active.slot), countryKey(country)), BigInt(did));
  }
  for (const proposal of facts.proposals) addProposal(slots, proposal);
  addNonceSlots(slots, facts.nonces);
  return slots;
}

function addRecord(slots: SlotMap, record: AuthorityRecord, index: number): void {
  const base = mappingSlot(BigInt(layout.records.slot), BigInt(record.did));
  writeField(slots, base, recordLayout.country, countryBits(record.country));
  writeField(slots, base, recordLayout.index, index);
  writeField(slots, base, recordLayout.admittedAt, record.admittedAt);
  writeField(slots, base, recordLayout.removedAt, record.removedAt);
  writeField(slots, base, recordLayout.keySetBlock, record.keySetBlock);
  writeField(slots, base, recordLayout.keySetHash, BigInt(record.keySetHash));
}

function addProposal(slots: SlotMap, proposal: ProposalFact): void {
  const base = mappingSlot(BigInt(layout.proposals.slot), BigInt(proposal.id));
  writeField(slots, base, proposalLayout.expiresAt, proposal.expiresAt);
  writeField(slots, base, proposalLayout.executedAt, proposal.executedAt);
  writeField(slots, base, proposalLayout.approvals, proposal.approvals);
}
