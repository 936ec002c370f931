import { describe, expect, it } from '@jest/globals';
import { errorCodeOf } from '../errors/error-code-of.js';
import type { Country } from './country.js';
import { normaliseIdentifier, tinSchema, toTin } from './tin.js';

const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return errorCodeOf(error);
  }
  return undefined;
};

describe('toTin', () => {
  it.each([
    ['PE', '20131312955', 'PE20131312955'],
    ['CO', '800.197.268-4', 'CO8001972684'],
    ['CL', '60.803.000-k', 'CL60803000K'],
    ['MX', 'ñ&g850226 89z', 'MXÑ&G85022689Z'],
    ['CR', '3-101\u00a0468\u202f126', 'CR3101468126'],
    ['MX', 'N\u0303AG85022689Z', 'MXÑAG85022689Z'],
    ['BO', '123456789012345', 'BO123456789012345'],
  ])('makes a TIN of %s from %s', (country, identifier, tin) => {
    expect(toTin(country as Country, identifier)).toBe(tin);
  });

  it.each(['', '   ', '-.-', '1234567890123456', '20131312955/1', 'RUC:2013', '２０１３'])(
    'refuses “%s”',
    (identifier) => {
      expect(codeOf(() => toTin('PE' as Country, identifier))).toBe('TIN_INVALID');
    },
  );

  it('says which identifier it refused, cut short', () => {
    expect(() => toTin('PE' as Country, `#${'9'.repeat(200)}`)).toThrow(/“#9{59}” does not make a TIN of PE/);
  });
});

describe('tinSchema', () => {
  it.each(['PE1', 'MXÑ&G85022689Z', 'BO123456789012345'])('accepts %s', (tin) => {
    expect(tinSchema.safeParse(tin).success).toBe(true);
  });

  it.each(['PE', 'pe20131312955', 'P20131312955', 'BO1234567890123456', 'CO800.197'])('refuses %s', (tin) => {
    expect(tinSchema.safeParse(tin).success).toBe(false);
  });
});

describe('normaliseIdentifier', () => {
  it('gives the same answer when applied twice', () => {
    const once = normaliseIdentifier(' 60.803.000-k ');
    expect(once).toBe('60803000K');
    expect(normaliseIdentifier(once)).toBe(once);
  });
});
