import { describe, expect, it } from '@jest/globals';
import { hostileCopies, hostileValues } from '../testing/hostile-copies.js';
import { shown } from './shown.js';

describe('shown', () => {
  it.each<[unknown, string]>([
    ['text', 'text'],
    [7, '7'],
    [2n ** 64n, '18446744073709551616'],
    [null, 'null'],
    [undefined, 'undefined'],
    [{ a: [1] }, '{"a":[1]}'],
    [{ a: 1n }, 'an object'],
  ])('tells what %p is', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it('is as short as asked for', () => {
    expect(shown('x'.repeat(100))).toHaveLength(60);
    expect(shown({ long: 'x'.repeat(100) }, 10)).toBe('{"long":"x');
  });

  it('says something of values that cannot be turned into text', () => {
    for (const value of hostileValues) {
      expect(() => String(value)).toThrow(TypeError);
      expect(shown(value)).toBe(JSON.stringify(value));
    }
  });
});

describe('hostileCopies', () => {
  it('puts each hostile value in each place, and leaves the rest', () => {
    const copies = [...hostileCopies({ a: 1, b: ['x'] })];
    expect(copies).toHaveLength(3 * hostileValues.length);
    expect(copies).toContainEqual({ place: '/b/0', copy: { a: 1, b: [hostileValues[0]] } });
    expect(copies).toContainEqual({ place: '/b', copy: { a: 1, b: hostileValues[1] } });
  });
});
