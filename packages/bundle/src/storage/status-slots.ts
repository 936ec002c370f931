import type { StatusFacts, StatusListFact } from '@eslabon/core';
import { headLayout, statusRegistryLayout as layout, listLayout } from '@eslabon/did-registry';
import { mappingSlot } from './derived-slot.js';
import { addNonceSlots } from './nonce-slots.js';
import type { SlotMap } from './slot-map.js';
import { writeField } from './write-field.js';

/** The whole storage of StatusRegistry. The counts in a list's head follow from its words. */
export function statusSlots(facts: StatusFacts): SlotMap {
  const slots: SlotMap = new Map();
  for (const list of facts.lists) addList(slots, list);
  addNonceSlots(slots, facts.nonces);
  return slots;
}

function addList(slots: SlotMap, list: StatusListFact): void {
  const lists = mappingSlot(BigInt(layout.lists.slot), BigInt(list.authority));
  const base = mappingSlot(lists, BigInt(list.list));
  const head = base + BigInt(listLayout.head.slot);
  writeField(slots, head, headLayout.version, list.version);
  writeField(slots, head, headLayout.updatedAt, list.updatedAt);
  writeField(slots, head, headLayout.revokedCount, countBits(list.revoked));
  writeField(slots, head, headLayout.suspendedCount, countBits(list.suspended));
  addWords(slots, base + BigInt(listLayout.revoked.slot), list.revoked);
  addWords(slots, base + BigInt(listLayout.suspended.slot), list.suspended);
}

function addWords(slots: SlotMap, mapping: bigint, words: ReadonlyMap<number, bigint>): void {
  for (const [word, bits] of words) slots.set(mappingSlot(mapping, BigInt(word)), bits);
}

function countBits(words: ReadonlyMap<number, bigint>): number {
  let count = 0;
  for (const word of words.values()) {
    for (let rest = word; rest > 0n; rest >>= 32n) count += countBits32(Number(rest & 0xffff_ffffn));
  }
  return count;
}

/** Sums in lanes of 2, 4 and 8 bits; the multiplication adds the four bytes. */
function countBits32(value: number): number {
  let v = value - ((value >>> 1) & 0x5555_5555);
  v = (v & 0x3333_3333) + ((v >>> 2) & 0x3333_3333);
  v = (v + (v >>> 4)) & 0x0f0f_0f0f;
  return Math.imul(v, 0x0101_0101) >>> 24;
}
