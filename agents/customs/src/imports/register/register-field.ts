/** What a column of a register can hold, in the order in which we show them. */
export const registerFields = [
  'certificateNumber',
  'nationalId',
  'legalName',
  'tradeName',
  'street',
  'city',
  'subdivision',
  'postcode',
  'certificateType',
  'operatorRoles',
  'programme',
  'decisionDate',
  'effectiveDate',
  'validUntil',
  'lastValidationDate',
  'status',
  'contactEmail',
] as const;

export type RegisterField = (typeof registerFields)[number];

/**
 * Fields without which no certificate can be made. `status` is one of them: a register that does not say who is
 * suspended must not be read as if nobody were.
 */
export const requiredFields = [
  'certificateNumber',
  'nationalId',
  'legalName',
  'certificateType',
  'operatorRoles',
  'decisionDate',
  'effectiveDate',
  'status',
] as const satisfies readonly RegisterField[];

export const dateFields = [
  'decisionDate',
  'effectiveDate',
  'validUntil',
  'lastValidationDate',
] as const satisfies readonly RegisterField[];

export type DateField = (typeof dateFields)[number];
