import type { en } from '../../words/en.js';
import type { ProposalField, ProposalForm } from './proposal-form.js';

type ErrorKey = keyof typeof en.propose.errors;

/** What is wrong with a field, as a key of words and what stands in them. */
export interface FieldError {
  key: ErrorKey;
  values?: Record<string, string | number>;
}

export type FieldErrors = Partial<Record<ProposalField, FieldError>>;

/** An issue of a schema, whether it was found here or by the agent. */
export interface Issue {
  path: readonly PropertyKey[];
  message: string;
  code?: string | undefined;
  /** Of what is too large, how much it may be. */
  maximum?: unknown;
}

const nested: Record<string, ProposalField> = {
  'nationalId.scheme': 'nationalIdScheme',
  'nationalId.value': 'nationalIdValue',
  'address.street': 'street',
  'address.city': 'city',
  'address.subdivision': 'subdivision',
  'address.postcode': 'postcode',
  'address.country': 'country',
};

/** The field that a path of a proposal is about; undefined where it is about none of them. */
function fieldAt(path: readonly PropertyKey[], form: ProposalForm): ProposalField | undefined {
  const [member, ...rest] = path[0] === 'certificate' ? path.slice(1) : path;
  const name = nested[`${String(member)}.${String(rest[0])}`] ?? String(member);
  return Object.hasOwn(form, name) ? (name as ProposalField) : undefined;
}

/** What a schema found, field by field; of a field with several faults the first. */
export function issueErrors(issues: readonly Issue[], form: ProposalForm): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of issues) {
    const field = fieldAt(issue.path, form);
    if (field !== undefined) errors[field] ??= errorOf(field, issue, form);
  }
  return errors;
}

/** What a field has to be like, where it can be wrong in one way only. */
const forms: Partial<Record<ProposalField, ErrorKey>> = {
  certificateNumber: 'numberForm',
  tin: 'tinForm',
  decisionDate: 'date',
  effectiveDate: 'date',
  validUntil: 'date',
  lastValidationDate: 'date',
  contactEmail: 'email',
  country: 'country',
};

function errorOf(field: ProposalField, { code, message, maximum }: Issue, form: ProposalForm): FieldError {
  if (field === 'certificateType') return { key: 'choose' };
  if (field === 'operatorRoles') return { key: 'chooseSome' };
  if (form[field].trim() === '') return { key: 'missing' };
  if (code === 'too_big') return { key: 'tooLong', values: { max: Number(maximum) } };
  if (code === 'custom') return { key: field === 'validUntil' ? 'endBeforeStart' : 'unreadable' };
  const key = code === undefined ? undefined : forms[field];
  return key === undefined ? { key: 'other', values: { message } } : { key };
}
