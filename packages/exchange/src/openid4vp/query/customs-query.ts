import {
  aeoCredentialType,
  aeoVocabulary,
  type CertificateType,
  delegationType,
  type OperatorRole,
  type Purpose,
} from '@eslabon/core';
import { aeoVct } from '@eslabon/credentials';
import type { DcqlQuery } from 'dcql';
import { type CredentialQueryId, credentialQueryIds } from '../configuration.js';

/** Where in the subject of a certificate a claim stands that a company may be asked to disclose. */
export const disclosablePaths = {
  tradeName: ['tradeName'],
  nationalId: ['nationalId'],
  address: ['address'],
  programme: ['certificate', 'programme'],
  lastValidationDate: ['certificate', 'lastValidationDate'],
} as const;

export type DisclosableClaim = keyof typeof disclosablePaths;

export interface CustomsQuestion {
  purpose: Purpose;
  /** Types of certificate that will do; all when absent. */
  types?: readonly CertificateType[] | undefined;
  /** Roles one of which the certificate must have; any when absent. */
  roles?: readonly OperatorRole[] | undefined;
  disclose: readonly DisclosableClaim[];
}

type Path = (string | null)[];
type ClaimQuery = { path: Path; values?: string[] };

interface CredentialQuery {
  id: CredentialQueryId;
  format: 'dc+sd-jwt' | 'jwt_vc_json' | 'ldp_vc';
  meta: object;
  claims: ClaimQuery[];
  require_cryptographic_holder_binding: boolean;
  multiple: boolean;
}

const vcTypes = ['VerifiableCredential', 'https://www.w3.org/2018/credentials#VerifiableCredential'] as const;

/**
 * What a wallet is asked for (DCQL, OpenID4VP 1.0 §6): a certificate in one of three forms, or a delegation that carries
 * one. The number and name of the company always, whatever else only where the question says so.
 */
export function customsQuery(question: CustomsQuestion): DcqlQuery.Output {
  const about = claimsAsked(question);
  const ofSubject = about.map(({ path, values }) => claim(['credentialSubject', ...path], values));
  const certificate = typeValues(aeoCredentialType, `${aeoVocabulary}${aeoCredentialType}`);
  const purposes = claim(['credentialSubject', 'purposes', null], [question.purpose.kind]);
  const credentials: CredentialQuery[] = [
    { ...one, id: 'certificate', format: 'dc+sd-jwt', meta: { vct_values: [aeoVct] }, claims: about },
    { ...one, id: 'certificate_jwt', format: 'jwt_vc_json', meta: certificate, claims: ofSubject },
    { ...one, id: 'certificate_ldp', format: 'ldp_vc', meta: certificate, claims: ofSubject },
    { ...one, id: 'delegation', format: 'jwt_vc_json', meta: delegationTypes, claims: [purposes] },
  ];
  return {
    credentials: credentials as DcqlQuery.Output['credentials'],
    credential_sets: [{ options: credentialQueryIds.map((id) => [id]) as never, required: true }],
  };
}

/** As DCQL has it where a query does not say: one presentation, by the holder. */
const one = { require_cryptographic_holder_binding: true, multiple: false } as const;

/** The claims of a certificate that are asked for, as paths within what an SD-JWT VC says of the company. */
function claimsAsked({ types, roles, disclose }: Omit<CustomsQuestion, 'purpose'>): ClaimQuery[] {
  return [
    claim(['tin']),
    claim(['legalName']),
    claim(['certificate', 'certificateNumber']),
    claim(['certificate', 'certificateType'], types),
    claim(['certificate', 'operatorRoles', null], roles),
    ...disclose.map((name) => claim([...disclosablePaths[name]])),
  ];
}

function claim(path: Path, values?: readonly string[]): ClaimQuery {
  return { path, ...(values !== undefined && { values: [...values] }) };
}

/** A type as it stands in a credential, or as JSON-LD expands it: wallets compare one or the other. */
function typeValues(name: string, expanded: string) {
  return {
    type_values: [
      [vcTypes[0], name],
      [vcTypes[1], expanded],
    ],
  };
}

const delegationTypes = typeValues(delegationType, `${aeoVocabulary}${delegationType}`);
