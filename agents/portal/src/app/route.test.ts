import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Filters, filtersOf, queryOf, searchKinds, showKinds } from './filters.js';
import { addressOf, type Route, routeOf } from './route.js';

const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const filters = { search: { kind: 'name', text: 'Café & Cía. 100 %#?/' }, show: 'suspended' } as const;

describe('routeOf', () => {
  it.each<Route>([
    { page: 'certificates', filters: {} },
    { page: 'certificates', filters },
    { page: 'certificate', id },
    { page: 'waiting' },
    { page: 'propose' },
  ])('finds %o by its address', (route) => {
    expect(routeOf(addressOf(route))).toEqual(route);
  });

  it.each([
    '',
    '#',
    '#/',
    '#/nothing',
    '#/certificates/',
    '#/certificates/7',
    `#/other/${id}`,
    '#/nothing?show=active',
  ])('“%s” is the list of all certificates', (hash) => {
    expect(routeOf(hash)).toEqual({ page: 'certificates', filters: {} });
  });
});

describe('filters in an address', () => {
  it('come back as they went in', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).map((each) => each.trim());
    const any: fc.Arbitrary<Filters> = fc.record(
      {
        search: fc.record({
          kind: fc.constantFrom(...searchKinds),
          text: text.filter((each) => each !== ''),
        }),
        show: fc.constantFrom(...showKinds),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(any, (each) => expect(filtersOf(queryOf(each).slice(1))).toEqual(each)));
  });

  it.each(['show=all', 'name=', 'tin=%20', 'other=1'])('“%s” narrows nothing', (query) => {
    expect(filtersOf(query)).toEqual({});
  });
});
