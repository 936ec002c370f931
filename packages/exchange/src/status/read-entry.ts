import { bitstringEntryType } from '@eslabon/core';
import type { JsonObject } from '@eslabon/data-integrity';

/** An entry of a Bitstring Status List, as a credential has it. */
export interface BitstringEntry {
  purpose: string;
  index: number;
  /** URL of the list. */
  list: string;
}

/** The entries of `credentialStatus` that are of Bitstring Status Lists, each with its pointer. */
export function bitstringEntriesIn({
  credentialStatus,
}: JsonObject): { entry: JsonObject; pointer: string }[] {
  const isList = Array.isArray(credentialStatus);
  return (credentialStatus === undefined ? [] : [credentialStatus].flat())
    .map((entry: unknown, at) => ({
      entry: entry as JsonObject,
      pointer: `/credentialStatus${isList ? `/${at}` : ''}`,
    }))
    .filter(({ entry }) => [entry?.type].flat().includes(bitstringEntryType));
}

/**
 * Reads an entry (Bitstring Status List §2.1). `undefined` when a member is missing or malformed, or when it has a
 * `statusSize` other than 1: such entries say something else than yes or no.
 */
export function readEntry(entry: JsonObject): BitstringEntry | undefined {
  const { statusPurpose: purpose, statusListIndex, statusListCredential: list, statusSize } = entry;
  if (typeof purpose !== 'string' || purpose === '' || typeof list !== 'string') return undefined;
  const index = typeof statusListIndex === 'string' ? statusListIndex : '';
  if (!/^(0|[1-9]\d{0,9})$/.test(index) || (statusSize !== undefined && statusSize !== 1)) return undefined;
  if (!URL.canParse(list) || new URL(list).protocol !== 'https:') return undefined;
  return { purpose, index: Number(index), list };
}
