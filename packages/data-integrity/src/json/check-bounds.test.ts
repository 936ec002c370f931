import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limits } from '../limits.js';
import { checkBounds } from './check-bounds.js';

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
const tell = (code: string, problem: string, pointer: unknown = expect.any(String)) =>
  expect.objectContaining({
    code,
    details: { problems: [expect.objectContaining({ code: problem, pointer })] },
  });

describe('bounds of documents', () => {
  it.each([
    ['as deep as allowed', nested(limits.depth)],
    ['as many values as allowed', { a: new Array(limits.values - 2).fill(null) }],
    ['as many characters as allowed', { a: 'x'.repeat(limits.characters - 9) }],
    ['numbers and literals', { a: -0.5e-7, b: true, c: null, d: '' }],
    ['pairs of surrogates', { '🚢': '🛃' }],
  ])('%s', (_name, document) => {
    expect(() => checkBounds(document)).not.toThrow();
  });

  it.each([
    ['one level deeper', nested(limits.depth + 1), 'DOCUMENT_TOO_DEEP'],
    ['lists count as levels', { a: JSON.parse(`${'['.repeat(32)}1${']'.repeat(32)}`) }, 'DOCUMENT_TOO_DEEP'],
    ['one value more', { a: new Array(limits.values - 1).fill(null) }, 'DOCUMENT_TOO_LARGE'],
    ['one character more', { a: 'x'.repeat(limits.characters - 8) }, 'DOCUMENT_TOO_LARGE'],
    ['long names', { [`${'x'.repeat(limits.characters)}`]: 1 }, 'DOCUMENT_TOO_LARGE'],
  ])('%s is refused', (_name, document, code) => {
    expect(() => checkBounds(document)).toThrow(tell('CREDENTIAL_TOO_LARGE', code));
  });

  it.each([
    ['a member named __proto__', JSON.parse('{"a":{"__proto__":{}}}'), '/a/__proto__'],
    ['a text __proto__', { a: { b: '__proto__' } }, '/a/b'],
    ['a lone surrogate', { a: ['\ud800'] }, '/a/0'],
    ['a lone surrogate in a name', { 'a\udc00': 1 }, '/a\udc00'],
    ['NaN', { a: Number.NaN }, '/a'],
    ['a date', { a: new Date(0) }, '/a'],
    ['a function', { a: () => 1 }, '/a'],
    ['undefined', { a: undefined }, '/a'],
    ['bytes', { a: new Uint8Array(1) }, '/a'],
    ['a map', { a: new Map() }, '/a'],
    ['a big integer', { a: 1n }, '/a'],
    ['its own JSON', { a: { toJSON: () => 'other' } }, '/a'],
  ])('%s is not JSON', (_name, document, pointer) => {
    expect(() => checkBounds(document)).toThrow(tell('CREDENTIAL_REFUSED', 'DOCUMENT_NOT_JSON', pointer));
  });

  it('takes every JSON object of a reasonable size', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 6 })), (document) => {
        const json = JSON.parse(JSON.stringify(document));
        if (!JSON.stringify(json).includes('__proto__')) checkBounds(json);
      }),
    );
  });
});
