import { operations } from '@eslabon/client/contract';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchKinds, showKinds } from '../../app/filters.js';
import { pageSize, requestOf } from './request-of.js';
import { searchFault } from './search-fault.js';

describe('requestOf', () => {
  it.each([
    [{}, {}],
    [{ search: { kind: 'name', text: 'sur' } }, { name: 'sur' }],
    [{ search: { kind: 'tin', text: 'pe 20.123-456 789' } }, { tin: 'PE20123456789' }],
    [{ search: { kind: 'number', text: 'OEA-1' } }, { certificateNumber: 'OEA-1' }],
    [{ show: 'proposed' }, { state: 'proposed' }],
    [{ show: 'issued' }, { state: 'issued' }],
    [{ show: 'rejected' }, { state: 'rejected' }],
    [{ show: 'active' }, { status: 'active' }],
    [{ show: 'suspended' }, { status: 'suspended' }],
    [{ show: 'revoked' }, { status: 'revoked' }],
    [
      { search: { kind: 'name', text: 'sur' }, show: 'revoked' },
      { name: 'sur', status: 'revoked' },
    ],
  ] as const)('%o asks for %o', (filters, query) => {
    expect(requestOf(filters)).toEqual({ limit: pageSize, ...query });
  });

  it('asks for nothing that the agent refuses, where no fault was found', () => {
    const text = fc.string({ unit: 'binary', maxLength: 150 }).map((each) => each.trim());
    fc.assert(
      fc.property(
        fc.constantFrom(...searchKinds),
        text,
        fc.constantFrom(...showKinds),
        (kind, searched, show) => {
          fc.pre(searched !== '' && searchFault(kind, searched) === undefined);
          const query = requestOf({ search: { kind, text: searched }, show });
          expect(operations.listCertificates.query.safeParse(query).success).toBe(true);
        },
      ),
    );
  });
});

describe('searchFault', () => {
  it.each([
    ['name', '', undefined],
    ['name', 'S', 'tooShort'],
    ['name', 'SA', undefined],
    ['name', 'x'.repeat(100), undefined],
    ['name', 'x'.repeat(101), 'tooLong'],
    ['number', 'x', undefined],
    ['number', 'x'.repeat(36), 'tooLong'],
    ['tin', '', undefined],
    ['tin', 'pe 20-123.456 789', undefined],
    ['tin', 'MXAGR010203AB1', undefined],
    ['tin', '20123456789', 'notTin'],
    ['tin', 'PE', 'notTin'],
    ['tin', 'PE1234567890123456', 'notTin'],
  ] as const)('%s “%s”: %s', (kind, text, fault) => {
    expect(searchFault(kind, text)).toBe(fault);
  });
});
