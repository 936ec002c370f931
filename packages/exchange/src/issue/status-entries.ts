import { bitstringEntryType, statusPurposes } from '@eslabon/core';
import type { JsonObject } from '@eslabon/data-integrity';
import type { StatusPlace } from './issuer.js';

/** The two Bitstring Status List entries of a place (Bitstring Status List §2.1); sizes and messages are left out. */
export function bitstringEntries({ urls, index }: StatusPlace) {
  return statusPurposes.map((statusPurpose) => ({
    type: bitstringEntryType,
    statusPurpose,
    statusListIndex: `${index}`,
    statusListCredential: urls[statusPurpose],
  }));
}

/** A copy of the credential with the entries after those that it has. */
export function withStatusEntries(credential: JsonObject, place: StatusPlace): JsonObject {
  const { credentialStatus } = credential;
  const existing = credentialStatus === undefined ? [] : [credentialStatus].flat();
  return { ...credential, credentialStatus: [...existing, ...bitstringEntries(place)] };
}
