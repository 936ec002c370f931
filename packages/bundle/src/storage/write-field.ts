import { EslabonError } from '@eslabon/core';
import type { FieldLayout } from '@eslabon/did-registry';
import type { SlotMap } from './slot-map.js';

/**
 * Puts a value where the layout says, beside what the slot holds already.
 * @param base slot that the layout counts from: 0 for top-level fields, the struct's first slot for members.
 * @throws EslabonError INPUT_INVALID when the value does not fit the field.
 */
export function writeField(slots: SlotMap, base: bigint, field: FieldLayout, value: bigint | number): void {
  const number = BigInt(value);
  if (number < 0n || number >> BigInt(field.bytes * 8) !== 0n) {
    throw new EslabonError(
      'INPUT_INVALID',
      `${number} does not fit a storage field of ${field.bytes} bytes.`,
    );
  }
  if (number === 0n) return;
  const slot = base + BigInt(field.slot);
  slots.set(slot, (slots.get(slot) ?? 0n) | (number << BigInt(field.offset * 8)));
}
