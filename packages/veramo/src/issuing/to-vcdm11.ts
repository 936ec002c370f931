import type { AeoCredential, AeoCredential11 } from '@eslabon/core';
import { aeoContext, vcdm1Context } from '@eslabon/core';
import { statusEntryUrn } from './status-entry-urn.js';

/**
 * The same certificate in VCDM 1.1: issuanceDate and expirationDate instead of validFrom and validUntil (in whole
 * seconds of UTC, which is all that JWT dates carry), and a status entry with an `id`. The result shares nothing with
 * the input, because Veramo changes what it is given.
 */
export function toVcdm11(credential: AeoCredential): AeoCredential11 {
  const { id, type, issuer, credentialSubject, credentialStatus, credentialSchema } =
    structuredClone(credential);
  const { validFrom, validUntil } = credential;
  return {
    '@context': [vcdm1Context, aeoContext],
    id,
    type,
    issuer,
    issuanceDate: inSeconds(validFrom),
    ...(validUntil === undefined ? {} : { expirationDate: inSeconds(validUntil) }),
    credentialSubject,
    credentialStatus: { id: statusEntryUrn(credentialStatus), ...credentialStatus },
    credentialSchema,
  };
}

function inSeconds(dateTime: string): string {
  return new Date(Math.floor(Date.parse(dateTime) / 1000) * 1000).toISOString();
}
