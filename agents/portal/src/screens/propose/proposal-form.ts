import { type CertificateType, type Country, nationalIdScheme, type OperatorRole } from '@eslabon/core';

/** Fields of the form that are texts, as they are typed. */
const textFields = [
  'certificateNumber',
  'tin',
  'legalName',
  'tradeName',
  'nationalIdScheme',
  'nationalIdValue',
  'street',
  'city',
  'subdivision',
  'postcode',
  'country',
  'programme',
  'decisionDate',
  'effectiveDate',
  'validUntil',
  'lastValidationDate',
  'contactEmail',
] as const;

export type TextField = (typeof textFields)[number];

/** A proposal as it is typed. */
export interface ProposalForm extends Record<TextField, string> {
  certificateType: CertificateType | '';
  operatorRoles: OperatorRole[];
}

export type ProposalField = keyof ProposalForm;

/** An empty form of an authority: its country and the kind of its national numbers stand there. */
export function emptyProposal(country: Country): ProposalForm {
  const texts = Object.fromEntries(textFields.map((name) => [name, ''])) as Record<TextField, string>;
  const scheme = nationalIdScheme(country) ?? '';
  return { ...texts, certificateType: '', operatorRoles: [], country, nationalIdScheme: scheme };
}
