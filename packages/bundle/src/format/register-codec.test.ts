import { describe, expect, it } from '@jest/globals';
import { openBundle } from '../read/open-bundle.js';
import { syntheticContent, trust } from '../testing/synthetic-bundle.js';
import { country } from '../testing/synthetic-facts.js';
import type { RegisterEntry } from './bundle-content.js';
import { encodeBundle } from './encode-bundle.js';
import { maxRegisterEntries } from './limits.js';
import { registerCodec } from './register-codec.js';

const options = { attestor: country('PE'), now: 1_700_010_000 };
const entry = (tin: string, credential: string, code = 'PE'): RegisterEntry => ({
  country: country(code),
  tin,
  credential,
});
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return String((error as { code?: string }).code);
  }
  return 'accepted';
};

async function open(register: RegisterEntry[] | undefined) {
  return openBundle(encodeBundle({ ...(await syntheticContent()), register }), trust, options);
}

describe('the partner register', () => {
  it('finds all credentials of a company by its country and number, and none of others', async () => {
    const bundle = await open([
      entry('PE20', 'b'),
      entry('PE20', 'a'),
      entry('PE2', 'c'),
      entry('20', 'd', 'MX'),
      entry('PE20', 'e', 'MX'),
    ]);
    expect(bundle.registerSize).toBe(5);
    expect(bundle.find(country('PE'), 'PE20')).toEqual(['a', 'b']);
    expect(bundle.find(country('PE'), 'PE2')).toEqual(['c']);
    expect(bundle.find(country('MX'), 'PE20')).toEqual(['e']);
    expect(bundle.find(country('MX'), '20')).toEqual(['d']);
    for (const tin of ['', 'PE', 'pe20', 'PE20 ', '__proto__'])
      expect(bundle.find(country('PE'), tin)).toEqual([]);
    expect(bundle.find(country('CL'), 'PE20')).toEqual([]);
  });

  it('is absent, or there without anybody in it', async () => {
    const [absent, empty] = [await open(undefined), await open([])];
    expect(absent.registerSize).toBeUndefined();
    expect(absent.find(country('PE'), 'PE20')).toEqual([]);
    expect(empty.registerSize).toBe(0);
    expect(empty.find(country('PE'), 'PE20')).toEqual([]);
  });

  it('has one form in whatever order its entries are given', async () => {
    const register = [entry('2', 'x'), entry('1', 'y'), entry('1', 'x'), entry('1', 'x', 'MX')];
    const content = await syntheticContent();
    const file = encodeBundle({ ...content, register });
    expect(encodeBundle({ ...content, register: register.reverse() })).toEqual(file);
  });

  it('opens with 20,000 credentials in a file below the limit', async () => {
    const credential = (at: number) =>
      `${'eyJhbGciOiJFUzI1NiJ9'.repeat(70)}.${at}.${(at * 7919).toString(36).repeat(12)}`;
    const register = Array.from({ length: 20_000 }, (_, at) => entry(`PE${at}`, credential(at)));
    const bundle = await open(register);
    expect(bundle.registerSize).toBe(20_000);
    expect(bundle.find(country('PE'), 'PE12345')).toEqual([credential(12_345)]);
  });

  it('takes 100,000 entries and no more, and none twice', () => {
    const many = Array.from({ length: maxRegisterEntries }, (_, at) => entry(String(at), ''));
    const written = registerCodec.write(many, 'register') as unknown[];
    expect(registerCodec.read(written, 'register')).toHaveLength(maxRegisterEntries);
    expect(codeOf(() => registerCodec.write([...many, entry('x', '')], 'register'))).toBe('BUNDLE_MALFORMED');
    expect(codeOf(() => registerCodec.read([...written, ['PE', 'x', '']], 'register'))).toBe(
      'BUNDLE_MALFORMED',
    );
    expect(codeOf(() => registerCodec.write([entry('1', ''), entry('1', '')], 'register'))).toBe(
      'BUNDLE_MALFORMED',
    );
  });

  it.each<[string, RegisterEntry]>([
    ['a number of more than 64 characters', entry('1'.repeat(65), '')],
    ['a credential of more than 65,536 characters', entry('1', 'x'.repeat(65_537))],
    ['a country in lower case', entry('1', '', 'pe')],
  ])('is not written with %s', (_what, wrong) => {
    expect(codeOf(() => registerCodec.write([wrong], 'register'))).toBe('BUNDLE_MALFORMED');
  });
});
