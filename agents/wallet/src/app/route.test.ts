import { describe, expect, it } from '@jest/globals';
import { addressOf, pages, routeOf } from './route.js';

describe('routeOf', () => {
  it.each(pages)('finds the page %s by its address', (page) => {
    expect(routeOf(addressOf({ page }))).toEqual({ page });
  });

  it.each(['certificate', 'delegation'] as const)('finds a %s by any id', (page) => {
    const route = { page, id: 'urn:uuid:ä/#%1' };
    expect(routeOf(addressOf(route))).toEqual(route);
  });

  it.each(['', '#', '#/', '#/nothing', '#/certificate', '#/certificate/', '#/certificate/%E0', '#offer=x'])(
    '“%s” is the first page',
    (hash) => {
      expect(routeOf(hash)).toEqual({ page: 'home' });
    },
  );
});
