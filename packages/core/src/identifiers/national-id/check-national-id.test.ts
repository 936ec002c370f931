import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Country } from '../country.js';
import { checkNationalId } from './check-national-id.js';
import { nationalIdScheme } from './national-id-scheme.js';

const country = (code: string) => code as Country;

/** Published numbers of public bodies, and worked examples of the administrations' own procedures. */
const valid: [string, string][] = [
  ['MX', 'GODE561231GR8'],
  ['MX', 'SAT970701NN3'],
  ['MX', 'mab-930714-8t4'],
  ['CO', '800.197.268-4'],
  ['CO', '899.999.090-2'],
  ['PE', '20131312955'],
  ['EC', '1760001550001'],
  ['EC', '1790011674001'],
  ['EC', '1710034065001'],
  ['CL', '60.803.000-K'],
  ['CL', '30.686.957-4'],
  ['GT', '576937-K'],
  ['GT', '7108-0'],
  ['CR', '3-101-999999'],
  ['BO', '1028775020'],
  ['BO', '1234567'],
];

const wrongDigit: [string, string][] = [
  ['MX', 'GODE561231GR9'],
  ['MX', 'GODE561231GRZ'],
  ['CO', '800.197.268-5'],
  ['PE', '20131312956'],
  ['EC', '1760001540001'],
  ['EC', '1790011675001'],
  ['EC', '1710034064001'],
  ['CL', '60.803.000-0'],
  ['GT', '576937-1'],
];

const wrongForm: [string, string][] = [
  ['MX', 'GODE561331GR8'],
  ['MX', 'GO561231GR8'],
  ['MX', ''],
  ['CO', '800.197.268'],
  ['PE', '30131312955'],
  ['PE', '2013131295'],
  ['EC', '2560001550001'],
  ['EC', '1770001550001'],
  ['EC', '1790011674000'],
  ['CL', '803.000-K'],
  ['CL', '60.803.00K-0'],
  ['GT', 'K'],
  ['GT', '1234567890'],
  ['CR', '3-101-12345'],
  ['BO', '123456'],
  ['BO', '1234567890123'],
];

describe('checkNationalId', () => {
  it.each(valid)('accepts %s %s', (code, value) => {
    expect(checkNationalId(country(code), value)).toBe('valid');
  });

  it.each(wrongDigit)('finds the wrong check digit of %s %s', (code, value) => {
    expect(checkNationalId(country(code), value)).toBe('bad-check-digit');
  });

  it.each(wrongForm)('finds the wrong form of %s “%s”', (code, value) => {
    expect(checkNationalId(country(code), value)).toBe('bad-format');
  });

  it('knows no scheme of other countries', () => {
    expect(checkNationalId(country('BR'), '00.000.000/0001-91')).toBe('unknown-scheme');
    expect(nationalIdScheme(country('BR'))).toBeUndefined();
  });

  it.each([
    ['BO', 'NIT'],
    ['CL', 'RUT'],
    ['CO', 'NIT'],
    ['CR', 'Cédula jurídica'],
    ['EC', 'RUC'],
    ['GT', 'NIT'],
    ['MX', 'RFC'],
    ['PE', 'RUC'],
  ])('names the scheme of %s', (code, scheme) => {
    expect(nationalIdScheme(country(code))).toBe(scheme);
  });

  it('finds every single wrong digit where weights are coprime with 11', () => {
    const body = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(body, fc.nat(7), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const check = [...'0123456789K'].find((c) => checkNationalId(country('CL'), digits + c) === 'valid');
        const changed = `${(Number(digits[place]) + shift) % 10}`;
        const mistyped = digits.slice(0, place) + changed + digits.slice(place + 1) + check;
        expect(checkNationalId(country('CL'), mistyped)).toBe('bad-check-digit');
      }),
    );
  });

  it('never throws', () => {
    const codes = fc.constantFrom('BO', 'CL', 'CO', 'CR', 'EC', 'GT', 'MX', 'PE', 'ZZ').map(country);
    fc.assert(
      fc.property(codes, fc.string({ unit: 'binary' }), (code, value) => {
        expect(['valid', 'bad-check-digit', 'bad-format', 'unknown-scheme']).toContain(
          checkNationalId(code, value),
        );
      }),
    );
  });
});
