import { aeoContext, type StatusPurpose, vcdm2Context } from '@eslabon/core';
import { bitstringFromWords, encodeBitstring, type StatusWords } from '@eslabon/credentials';
import type { JsonObject } from '@eslabon/data-integrity';

/** Which words of which chain a published list is made from. */
export interface StatusSource {
  chainId: number;
  /** Address of the status registry. */
  contract: string;
  list: number;
  /** Number of the list's last change, counted by the contract; 0 before the first. */
  version: number;
  /** Block as of which the words are these. */
  block: number;
}

export interface PublishedList {
  source: StatusSource;
  issuer: string;
  validFrom: Date;
  validUntil: Date;
  /** Seconds for which a reader may keep it. */
  ttl: number;
  /** How many entries; 131,072 at the least, and a multiple of 256. */
  entries: number;
}

/**
 * The credential of a Bitstring Status List (§2.2) for one purpose, not yet secured. `statusSource` says where its bits
 * come from, so that whoever reads the chain can compare.
 * @param url where it is published
 */
export function statusListCredential(
  { source, issuer, validFrom, validUntil, ttl, entries }: PublishedList,
  purpose: StatusPurpose,
  url: string,
  words: StatusWords,
): JsonObject {
  return {
    '@context': [vcdm2Context, aeoContext],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: inSeconds(validFrom),
    validUntil: inSeconds(validUntil),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: encodeBitstring(bitstringFromWords(words, entries)),
      // Milliseconds, as the W3C has it.
      ttl: ttl * 1000,
      statusSource: { type: 'EslabonStatusSource', ...source },
    },
  };
}

function inSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
