import type { AeoCredential } from '@eslabon/core';
import { certificateTypes, chainStatusEntry, operatorRoleMask } from '@eslabon/core';
import { bytesFromHex } from '../encoding/hex.js';
import { readInstant } from './instant.js';
import { aeoLabels, compactClaims } from './labels.js';

const dayLength = 86_400_000;

/**
 * The claims of a certificate in its compact form: what a verdict and the page need. Left out, always, are `tradeName`,
 * `nationalId`, `address`, `programme`, `lastValidationDate`, the holder's DID and the published status lists.
 */
export function claimsFromCredential(credential: AeoCredential): Map<number, unknown> {
  const { id, issuer, validFrom, validUntil, credentialSubject, credentialStatus } = credential;
  const { legalName, tin, certificate } = credentialSubject;
  const { chainId, contract, list, index } = chainStatusEntry(credentialStatus);
  const from = readInstant(validFrom);
  return present([
    [compactClaims.iss, issuer.id],
    [compactClaims.exp, validUntil === undefined ? undefined : readInstant(validUntil).seconds],
    [compactClaims.nbf, from.seconds],
    [compactClaims.cti, bytesFromHex(id.slice('urn:uuid:'.length).replaceAll('-', ''))],
    [
      compactClaims.aeo,
      present([
        [aeoLabels.issuerName, issuer.name],
        [aeoLabels.issuerCountry, issuer.country],
        [aeoLabels.utcOffset, from.offset === 0 ? undefined : from.offset],
        [aeoLabels.legalName, legalName],
        [aeoLabels.tin, tin],
        [aeoLabels.certificateNumber, certificate.certificateNumber],
        [aeoLabels.certificateType, certificateTypes[certificate.certificateType].bit],
        [aeoLabels.operatorRoles, operatorRoleMask(certificate.operatorRoles)],
        [aeoLabels.decisionDate, dayOf(certificate.decisionDate)],
        [aeoLabels.effectiveDate, dayOf(certificate.effectiveDate)],
        [aeoLabels.validUntil, certificate.validUntil && dayOf(certificate.validUntil)],
        [aeoLabels.chainId, chainId],
        [aeoLabels.contract, bytesFromHex(contract)],
        [aeoLabels.list, list],
        [aeoLabels.index, index],
      ]),
    ],
  ]);
}

function dayOf(date: string): number {
  return Date.parse(date) / dayLength;
}

function present(entries: readonly (readonly [number, unknown])[]): Map<number, unknown> {
  return new Map(entries.filter(([, value]) => value !== undefined));
}
