import {
  type AeoCredential,
  aeoContext,
  aeoCredentialSchema,
  aeoCredentialType,
  aeoSchemaId,
  aeoSubjectType,
  certificateTypes,
  everyRole,
  operatorRoles,
  statusEntryType,
  vcdm2Context,
} from '@eslabon/core';
import { hexFromBytes } from '../encoding/hex.js';
import { malformed, parseWith } from '../secured/credential-errors.js';
import { writeInstant } from './instant.js';
import { aeoLabels, compactClaims } from './labels.js';

/** First second of the year 0 and last of the year 9999, the years that ISO 8601 writes with four digits. */
const [earliest, latest] = [-62_167_219_200, 253_402_300_799];
const day = 86_400;

/**
 * The certificate that compact claims say, in the data model of VCDM 2.0 and by its schema.
 * @throws EslabonError CREDENTIAL_MALFORMED, CREDENTIAL_SCHEMA
 */
export function credentialFromClaims(claims: unknown): AeoCredential {
  const outer = membersOf(claims, compactClaims, 'claims');
  const aeo = membersOf(outer.aeo, aeoLabels, 'claim of the certificate');
  const offset = aeo.utcOffset === undefined ? 0 : whole(aeo.utcOffset, -1439, 1439, 'utcOffset');
  const instant = (value: unknown, name: string) =>
    writeInstant({ seconds: whole(value, earliest - offset * 60, latest - offset * 60, name), offset });
  const credential = {
    '@context': [vcdm2Context, aeoContext],
    id: uuidOf(outer.cti),
    type: ['VerifiableCredential', aeoCredentialType],
    issuer: { id: outer.iss, name: aeo.issuerName, country: aeo.issuerCountry },
    validFrom: instant(outer.nbf, 'nbf'),
    ...(outer.exp !== undefined && { validUntil: instant(outer.exp, 'exp') }),
    credentialSubject: {
      type: aeoSubjectType,
      legalName: aeo.legalName,
      tin: aeo.tin,
      certificate: {
        type: 'AeoCertificate',
        certificateNumber: aeo.certificateNumber,
        certificateType: typeOf(aeo.certificateType),
        operatorRoles: rolesOf(aeo.operatorRoles),
        decisionDate: dateOf(aeo.decisionDate, 'decisionDate'),
        effectiveDate: dateOf(aeo.effectiveDate, 'effectiveDate'),
        ...(aeo.validUntil !== undefined && { validUntil: dateOf(aeo.validUntil, 'validUntil') }),
      },
    },
    credentialStatus: {
      type: statusEntryType,
      chainId: aeo.chainId,
      contract: `0x${hexFromBytes(bytesOf(aeo.contract, 20, 'contract'))}`,
      list: aeo.list,
      index: aeo.index,
    },
    credentialSchema: { id: aeoSchemaId, type: 'JsonSchema' },
  };
  return parseWith(aeoCredentialSchema, credential, 'credential');
}

/** The members of a map by their names. @throws EslabonError CREDENTIAL_MALFORMED for a key that is none of them */
function membersOf<N extends string>(
  map: unknown,
  labels: Readonly<Record<N, number>>,
  what: string,
): Partial<Record<N, unknown>> {
  if (!(map instanceof Map)) throw malformed(`The ${what} are not a map.`);
  const names = new Map(Object.entries<number>(labels).map(([name, label]) => [label, name as N]));
  const members: Partial<Record<N, unknown>> = {};
  for (const [label, value] of map as Map<unknown, unknown>) {
    const name = names.get(label as number);
    if (name === undefined) throw malformed(`The ${what} have a key that is not known.`);
    members[name] = value;
  }
  return members;
}

function whole(value: unknown, least: number, most: number, name: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most) {
    return value as number;
  }
  throw malformed(`The ${name} is not a whole number from ${least} to ${most}.`);
}

function bytesOf(value: unknown, length: number, name: string): Uint8Array {
  if (value instanceof Uint8Array && value.length === length) return value;
  throw malformed(`The ${name} is not ${length} bytes.`);
}

function uuidOf(cti: unknown): string {
  const digits = hexFromBytes(bytesOf(cti, 16, 'cti'));
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

function dateOf(value: unknown, name: string): string {
  const days = whole(value, earliest / day, Math.floor(latest / day), name);
  return new Date(days * day * 1000).toISOString().slice(0, 10);
}

function typeOf(bit: unknown): string {
  const known = Object.entries(certificateTypes).find(([, type]) => type.bit === bit);
  if (known !== undefined) return known[0];
  throw malformed('The certificateType is not one that we know.');
}

function rolesOf(mask: unknown): string[] {
  const bits = whole(mask, 1, everyRole, 'operatorRoles');
  return operatorRoles.filter((_, at) => (bits & (1 << at)) !== 0);
}
