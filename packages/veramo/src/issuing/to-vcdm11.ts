import type { AeoCredential, AeoCredential11 } from '@eslabon/core';
import { aeoContext, chainStatusEntry, vcdm1Context } from '@eslabon/core';
import { statusEntryUrn } from './status-entry-urn.js';

/**
 * The same certificate in VCDM 1.1: issuanceDate and expirationDate instead of validFrom and validUntil (in whole
 * seconds of UTC, which is all that JWT dates carry), and the chain's status entry alone, with an `id`: stock Veramo takes one
 * entry. The result shares nothing with the input, because Veramo changes what it is given.
 */
export function toVcdm11(credential: AeoCredential): AeoCredential11 {
  const { id, type, issuer, credentialSubject, credentialStatus, credentialSchema } =
    structuredClone(credential);
  const { validFrom, validUntil } = credential;
  const entry = chainStatusEntry(credentialStatus);
  return {
    '@context': [vcdm1Context, aeoContext],
    id,
    type,
    issuer,
    issuanceDate: inSeconds(validFrom),
    ...(validUntil === undefined ? {} : { expirationDate: inSeconds(validUntil) }),
    credentialSubject,
    credentialStatus: { id: statusEntryUrn(entry), ...entry },
    credentialSchema,
  };
}

function inSeconds(dateTime: string): string {
  return new Date(Math.floor(Date.parse(dateTime) / 1000) * 1000).toISOString();
}
