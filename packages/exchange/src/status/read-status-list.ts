import type { StatusPurpose } from '@eslabon/core';
import { decodeBitstring } from '@eslabon/credentials';
import type { JsonObject } from '@eslabon/data-integrity';
import type { VerifierPorts } from '../verify/verifier-ports.js';
import { openStatusListCredential } from './open-status-list-credential.js';
import { statusListRefused } from './status-list-errors.js';

export interface ReadStatusListOptions {
  purpose: StatusPurpose;
  /** Id of the issuer of the credential whose status is asked for: nobody else may say what it is. */
  issuer: unknown;
  ports: VerifierPorts;
}

/**
 * Fetches, verifies and inflates a Bitstring Status List (§3.2): its credential is sound, valid now, signed by the issuer
 * of the credential that names it, and of the purpose that is asked for.
 * @throws EslabonError STATUS_LIST_UNREACHABLE, STATUS_LIST_REFUSED, STATUS_LIST_MALFORMED, STATUS_LIST_TOO_LARGE
 */
export async function readStatusList(
  url: string,
  { purpose, issuer, ports }: ReadStatusListOptions,
): Promise<Uint8Array> {
  const credential = await openStatusListCredential(await ports.fetchStatusList(url), url, ports);
  const { issuer: by, type, credentialSubject: subject } = credential;
  const signer = typeof by === 'object' && by !== null ? (by as JsonObject).id : by;
  if (signer !== issuer) throw statusListRefused(url, 'is by another issuer than the credential');
  if (![type].flat().includes('BitstringStatusListCredential')) {
    throw statusListRefused(url, 'is no BitstringStatusListCredential');
  }
  const { type: subjectType, statusPurpose, encodedList } = subject as JsonObject;
  if (![subjectType].flat().includes('BitstringStatusList')) {
    throw statusListRefused(url, 'has no BitstringStatusList as its subject');
  }
  if (![statusPurpose].flat().includes(purpose)) throw statusListRefused(url, `is not about ${purpose}`);
  if (typeof encodedList !== 'string') throw statusListRefused(url, 'has no encodedList');
  return decodeBitstring(encodedList);
}
