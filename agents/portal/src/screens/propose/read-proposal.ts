import { type OperationRequest, type Operations, proposalSchema } from '@eslabon/client/contract';
import { type Country, normaliseIdentifier } from '@eslabon/core';
import { type FieldErrors, issueErrors } from './field-errors.js';
import type { ProposalForm } from './proposal-form.js';

/** What the agent is sent. */
export type Proposal = OperationRequest<Operations['proposeCertificate']>['body'];

/** The proposal that was typed, or what is wrong with which field: by the schema that the agent goes by. */
export function readProposal(
  form: ProposalForm,
  country: Country,
): { proposal: Proposal } | { errors: FieldErrors } {
  const errors: FieldErrors = {};
  const tin = normaliseIdentifier(form.tin);
  if (tin !== '' && !tin.startsWith(country)) errors.tin = { key: 'tinCountry', values: { country } };
  if (form.nationalIdValue.trim() !== '' && form.nationalIdScheme.trim() === '') {
    errors.nationalIdScheme = { key: 'both' };
  }
  const parsed = proposalSchema.safeParse(draftOf(form, tin));
  if (!parsed.success) Object.assign(errors, { ...issueErrors(parsed.error.issues, form), ...errors });
  if (Object.keys(errors).length > 0 || !parsed.success) return { errors };
  return { proposal: parsed.data };
}

/** What was typed in the form of the contract; what may be left out and is empty is left out. */
function draftOf(form: ProposalForm, tin: string): object {
  const { street, city, subdivision, postcode } = form;
  const place = filled({ street, city, subdivision, postcode });
  const { tradeName, programme, validUntil, lastValidationDate, contactEmail } = form;
  const certificate = {
    ...{ certificateNumber: form.certificateNumber, certificateType: form.certificateType },
    ...{ operatorRoles: form.operatorRoles, tin, legalName: form.legalName },
    ...{ decisionDate: form.decisionDate, effectiveDate: form.effectiveDate },
    ...filled({ tradeName, programme, validUntil, lastValidationDate }),
    ...(form.nationalIdValue.trim() !== '' && {
      nationalId: { scheme: form.nationalIdScheme, value: form.nationalIdValue },
    }),
    ...(Object.keys(place).length > 0 && {
      address: { ...place, country: form.country.trim().toUpperCase() },
    }),
  };
  return { certificate, ...filled({ contactEmail: contactEmail.trim() }) };
}

function filled(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}
