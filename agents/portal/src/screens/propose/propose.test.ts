import { proposalSchema } from '@eslabon/client/contract';
import { type Country, EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { draftOf, forgetDraft, keepDraft } from './drafts.js';
import { emptyProposal, type ProposalField, type ProposalForm } from './proposal-form.js';
import { readProposal } from './read-proposal.js';
import { refusedFields } from './refused-fields.js';
import { tinDoubt } from './tin-doubt.js';

const peru = 'PE' as Country;

const good: ProposalForm = {
  ...emptyProposal(peru),
  ...{ certificateNumber: ' OEA-PE-118 ', certificateType: 'security', operatorRoles: ['EX', 'IM'] },
  ...{ tin: 'PE 20131312955', legalName: 'Exportadora Ñandú S.A.C.' },
  ...{ decisionDate: '2026-01-10', effectiveDate: '2026-01-15', validUntil: '2029-01-14' },
};

const read = (changes: Partial<ProposalForm> = {}, country = peru) =>
  readProposal({ ...good, ...changes }, country);

const proposed = (changes: Partial<ProposalForm> = {}) =>
  (read(changes) as { proposal: { certificate: object } }).proposal;

describe('a proposal as it is typed', () => {
  it('is what the agent takes, with what is empty left out', () => {
    const proposal = proposed();
    expect(proposal).toEqual({
      certificate: {
        ...{ certificateNumber: 'OEA-PE-118', certificateType: 'security', operatorRoles: ['EX', 'IM'] },
        ...{ tin: 'PE20131312955', legalName: 'Exportadora Ñandú S.A.C.' },
        ...{ decisionDate: '2026-01-10', effectiveDate: '2026-01-15', validUntil: '2029-01-14' },
      },
    });
    expect(proposalSchema.parse(proposal)).toEqual(proposal);
  });

  it('is all of it', () => {
    const proposal = proposed({
      ...{ tradeName: 'Ñandú', programme: 'OEA', lastValidationDate: '2026-01-02' },
      ...{ nationalIdValue: '20131312955', city: 'Callao', country: 'pe', contactEmail: ' a@example.com ' },
    });
    expect(proposal).toMatchObject({
      contactEmail: 'a@example.com',
      certificate: {
        ...{ tradeName: 'Ñandú', programme: 'OEA', lastValidationDate: '2026-01-02' },
        nationalId: { scheme: 'RUC', value: '20131312955' },
        address: { city: 'Callao', country: 'PE' },
      },
    });
    expect(proposalSchema.parse(proposal)).toEqual(proposal);
  });

  it('has no address and no national number of which only what stood there from the start is known', () => {
    expect(Object.keys(proposed().certificate)).not.toContain('address');
    expect(Object.keys(proposed({ nationalIdScheme: 'RUC' }).certificate)).not.toContain('nationalId');
  });

  it.each<[Partial<ProposalForm>, ProposalField, object]>([
    [{ certificateNumber: '' }, 'certificateNumber', { key: 'missing' }],
    [{ certificateNumber: '!1' }, 'certificateNumber', { key: 'numberForm' }],
    [{ certificateNumber: 'x'.repeat(36) }, 'certificateNumber', { key: 'tooLong', values: { max: 35 } }],
    [{ certificateType: '' }, 'certificateType', { key: 'choose' }],
    [{ operatorRoles: [] }, 'operatorRoles', { key: 'chooseSome' }],
    [{ tin: '' }, 'tin', { key: 'missing' }],
    [{ tin: 'PE' }, 'tin', { key: 'tinForm' }],
    [{ tin: 'PE2013131295/5' }, 'tin', { key: 'tinForm' }],
    [{ tin: 'CL608030000' }, 'tin', { key: 'tinCountry', values: { country: 'PE' } }],
    [{ tin: '20131312955' }, 'tin', { key: 'tinCountry', values: { country: 'PE' } }],
    [{ legalName: ' ' }, 'legalName', { key: 'missing' }],
    [{ legalName: 'x'.repeat(257) }, 'legalName', { key: 'tooLong', values: { max: 256 } }],
    [{ legalName: 'Cumbre\u202e S.A.' }, 'legalName', { key: 'unreadable' }],
    [{ city: 'Call\u0007ao', country: 'PE' }, 'city', { key: 'unreadable' }],
    [{ nationalIdScheme: ' ', nationalIdValue: '1' }, 'nationalIdScheme', { key: 'both' }],
    [{ nationalIdValue: 'x'.repeat(31) }, 'nationalIdValue', { key: 'tooLong', values: { max: 30 } }],
    [{ street: 'x'.repeat(71) }, 'street', { key: 'tooLong', values: { max: 70 } }],
    [{ city: 'Callao', country: '' }, 'country', { key: 'missing' }],
    [{ city: 'Callao', country: 'Q1' }, 'country', { key: 'country' }],
    [{ decisionDate: '' }, 'decisionDate', { key: 'missing' }],
    [{ effectiveDate: '2026-02-30' }, 'effectiveDate', { key: 'date' }],
    [{ validUntil: '2026-01-14' }, 'validUntil', { key: 'endBeforeStart' }],
    [{ contactEmail: 'nobody' }, 'contactEmail', { key: 'email' }],
  ])('%o is wrong in %s', (changes, field, error) => {
    expect(read(changes)).toEqual({ errors: { [field]: error } });
  });

  it('is said to be wrong field by field, all at once', () => {
    const { errors } = readProposal(emptyProposal(peru), peru) as { errors: object };
    expect(Object.keys(errors).sort()).toEqual([
      ...['certificateNumber', 'certificateType', 'decisionDate', 'effectiveDate'],
      ...['legalName', 'operatorRoles', 'tin'],
    ]);
  });
});

describe('what the agent finds wrong', () => {
  const invalid = (issues: object[]) =>
    new EslabonError('INPUT_INVALID', 'The request is not valid.', { details: { issues } });

  it('stands with its field', () => {
    const error = invalid([
      { path: 'body.certificate.tin', message: 'must begin with PE' },
      { path: 'body.certificate.address.street', message: 'is not nice' },
      { path: 'body.certificate.address.street', message: 'is not long' },
      { path: 'body.contactEmail', message: 'is nobody’s' },
    ]);
    const form = { ...good, street: 'Av. 1', contactEmail: 'a@example.com' };
    expect(refusedFields(error, form)).toEqual({
      tin: { key: 'other', values: { message: 'must begin with PE' } },
      street: { key: 'other', values: { message: 'is not nice' } },
      contactEmail: { key: 'other', values: { message: 'is nobody’s' } },
    });
  });

  it('is a number that is taken', () => {
    expect(refusedFields(new EslabonError('CERTIFICATE_EXISTS', 'Taken.'), good)).toEqual({
      certificateNumber: { key: 'numberTaken' },
    });
  });

  it.each([
    ['another error', new EslabonError('PAPER_TOO_LARGE', 'Too long.')],
    ['no field of the form', invalid([{ path: 'body.certificate.toString', message: 'is odd' }])],
    ['no issues', new EslabonError('INPUT_INVALID', 'No.')],
    [
      'issues of something else',
      new EslabonError('UNAVAILABLE', 'No.', {
        details: { issues: [{ path: 'body.certificate.tin', message: 'is odd' }] },
      }),
    ],
    ['nothing of ours', new Error('no network')],
  ])('is not the matter of a field: %s', (_, error) => {
    expect(refusedFields(error, good)).toBeUndefined();
  });
});

describe('tinDoubt', () => {
  it.each([
    ['PE20131312955', undefined],
    ['pe 2013131295-5', undefined],
    ['PE20131312956', 'checkDigit'],
    ['PE2013131295', 'checkForm'],
    ['PE', undefined],
    ['', undefined],
    ['CL608030000', undefined],
  ])('%s: %s', (tin, doubt) => {
    expect(tinDoubt(tin, peru)).toBe(doubt);
  });

  it('has none where there is no rule', () => {
    expect(tinDoubt('BR1', 'BR' as Country)).toBeUndefined();
  });
});

describe('a draft', () => {
  it('is given back to who typed it, until it is sent', () => {
    keepDraft('0a', good);
    expect(draftOf('0a')).toEqual(good);
    expect(draftOf('0b')).toBeUndefined();
    forgetDraft('0a');
    expect(draftOf('0a')).toBeUndefined();
  });
});

describe('drafts of several people at one desk', () => {
  it('do not go with the one that is sent', () => {
    keepDraft('0a', good);
    keepDraft('0b', { ...good, legalName: 'Sur' });
    forgetDraft('0a');
    expect(draftOf('0b')).toMatchObject({ legalName: 'Sur' });
    forgetDraft('0b');
  });
});
