import { describe, expect, it } from '@jest/globals';
import { parsePurpose } from './parse-purpose.js';

describe('parsePurpose', () => {
  it.each([
    [undefined, undefined, undefined],
    ['counter', undefined, { kind: 'counter' }],
    ['declaration', '26-1', { kind: 'declaration', reference: '26-1' }],
    ['consignment', 'x'.repeat(35), { kind: 'consignment', reference: 'x'.repeat(35) }],
  ])('reads %s %s', (kind, reference, purpose) => {
    expect(parsePurpose(kind, reference)).toEqual(purpose);
  });

  it.each([
    ['border', undefined],
    ['', undefined],
    [undefined, '26-1'],
    ['counter', '26-1'],
    ['declaration', undefined],
    ['declaration', ''],
    ['consignment', 'x'.repeat(36)],
    ['__proto__', '26-1'],
  ])('refuses %s %s', (kind, reference) => {
    expect(() => parsePurpose(kind, reference)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});
