import type {
  Accession,
  Arrangement,
  ArrangementFacts,
  ArrangementVersion,
  Country,
  Period,
} from '@eslabon/core';
import {
  accessionLayout,
  arrangementLayout,
  arrangementRegistryLayout as layout,
  structSlots,
  suspensionLayout,
  termsLayout,
} from '@eslabon/did-registry';
import { countryBits, countryKey, countryPairKey } from './country-bits.js';
import { arrayDataSlot, mappingSlot } from './derived-slot.js';
import { encodeLabel } from './label.js';
import { addNonceSlots } from './nonce-slots.js';
import type { SlotMap } from './slot-map.js';
import { writeField } from './write-field.js';

/** bytes2 elements that share one slot. */
const partiesPerSlot = 16;

/** The whole storage of ArrangementRegistry. */
export function arrangementSlots(facts: ArrangementFacts): SlotMap {
  const slots: SlotMap = new Map();
  writeField(slots, 0n, layout.arrangementCount, facts.arrangements.length);
  for (const arrangement of facts.arrangements) addArrangement(slots, arrangement);
  addNonceSlots(slots, facts.nonces);
  return slots;
}

function addArrangement(slots: SlotMap, arrangement: Arrangement): void {
  const base = mappingSlot(BigInt(layout.arrangements.slot), BigInt(arrangement.id));
  const versions = base + BigInt(arrangementLayout.versions.slot);
  addArray(slots, versions, arrangement.versions, structSlots.terms, addTerms);
  const accessions = base + BigInt(arrangementLayout.accessions.slot);
  for (const { country, periods } of arrangement.accessions) {
    addArray(
      slots,
      mappingSlot(accessions, countryKey(country)),
      periods,
      structSlots.accession,
      addAccession,
    );
  }
  const suspensions = base + BigInt(arrangementLayout.suspensions.slot);
  for (const { by, against, periods } of arrangement.suspensions) {
    const slot = mappingSlot(suspensions, countryPairKey(by, against));
    addArray(slots, slot, periods, structSlots.suspension, addSuspension);
  }
}

/** A dynamic array of structs: its length in the slot, its elements from the data slot on. */
function addArray<T>(
  slots: SlotMap,
  slot: bigint,
  elements: readonly T[],
  elementSlots: number,
  add: (slots: SlotMap, at: bigint, element: T) => void,
): void {
  slots.set(slot, BigInt(elements.length));
  const data = arrayDataSlot(slot);
  for (const [index, element] of elements.entries()) {
    add(slots, data + BigInt(index * elementSlots), element);
  }
}

function addTerms(slots: SlotMap, at: bigint, terms: ArrangementVersion): void {
  writeField(slots, at, termsLayout.label, BigInt(encodeLabel(terms.label)));
  writeField(slots, at, termsLayout.textDigest, BigInt(terms.textDigest));
  writeField(slots, at, termsLayout.certificateTypes, terms.certificateTypes);
  writeField(slots, at, termsLayout.roles, terms.roles);
  writeField(slots, at, termsLayout.validFrom, terms.validFrom);
  writeField(slots, at, termsLayout.validUntil, terms.validUntil);
  writeField(slots, at, termsLayout.ttl, terms.ttl);
  writeField(slots, at, termsLayout.exp, terms.exp);
  addParties(slots, at + BigInt(termsLayout.parties.slot), terms.parties);
}

function addAccession(slots: SlotMap, at: bigint, { version, from, until }: Accession): void {
  writeField(slots, at, accessionLayout.version, version);
  writeField(slots, at, accessionLayout.from, from);
  writeField(slots, at, accessionLayout.until, until);
}

function addSuspension(slots: SlotMap, at: bigint, { from, until }: Period): void {
  writeField(slots, at, suspensionLayout.from, from);
  writeField(slots, at, suspensionLayout.until, until);
}

function addParties(slots: SlotMap, slot: bigint, parties: readonly Country[]): void {
  slots.set(slot, BigInt(parties.length));
  const data = arrayDataSlot(slot);
  for (const [index, country] of parties.entries()) {
    const offset = (index % partiesPerSlot) * 2;
    const field = { slot: Math.floor(index / partiesPerSlot), offset, bytes: 2 };
    writeField(slots, data, field, countryBits(country));
  }
}
