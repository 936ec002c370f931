import type { StatusEntry } from '@eslabon/core';

/** The `id` that VCDM 1.1 §4.9 demands of a status entry; the entry's own members say where the status stands. */
export function statusEntryUrn({ chainId, contract, list, index }: StatusEntry): string {
  return `urn:eslabon:status:${chainId}:${contract}:${list}:${index}`;
}
