import { presentationRequestSchema } from '@eslabon/client/contract';
import { describe, expect, it } from '@jest/globals';
import { refusalCodes } from '../../../../../packages/exchange/src/openid4vp/presentation-refused.js';
import { en } from '../../words/en.js';
import { askedFor, emptyForm, type RequestForm } from './asked-for.js';
import { clockTime } from './clock-time.js';
import { refusalKey } from './refusal-key.js';

const form = (changes: Partial<RequestForm>): RequestForm => ({ ...emptyForm, ...changes });

describe('askedFor', () => {
  it.each<[Partial<RequestForm>, unknown]>([
    [{}, { purpose: { kind: 'counter' } }],
    [{ reference: 'left over' }, { purpose: { kind: 'counter' } }],
    [
      { kind: 'declaration', reference: ' 26PE0012345 ' },
      { purpose: { kind: 'declaration', reference: '26PE0012345' } },
    ],
    [
      {
        kind: 'consignment',
        reference: 'MSKU1',
        types: ['full'],
        roles: ['EX', 'IM'],
        disclose: ['address'],
      },
      {
        purpose: { kind: 'consignment', reference: 'MSKU1' },
        types: ['full'],
        roles: ['EX', 'IM'],
        disclose: ['address'],
      },
    ],
  ])('%j asks for %j, which the agent takes', (changes, body) => {
    const made = askedFor(form(changes));
    expect(made).toEqual(body);
    expect(presentationRequestSchema.parse(made)).toMatchObject(body as object);
  });

  it.each(['declaration', 'consignment'] as const)('asks for no %s without its reference', (kind) => {
    expect(askedFor(form({ kind }))).toBeUndefined();
    expect(askedFor(form({ kind, reference: '  ' }))).toBeUndefined();
  });
});

describe('clockTime', () => {
  it.each([
    [600, '10:00'],
    [245, '4:05'],
    [59.2, '1:00'],
    [0.3, '0:01'],
    [0, '0:00'],
    [-7, '0:00'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(clockTime(seconds)).toBe(text);
  });
});

describe('refusalKey', () => {
  it('has words of its own for everything that an agent says before any check', () => {
    for (const code of Object.values(refusalCodes)) expect(refusalKey(code)).toBe(code);
  });

  it('tells a check that failed from what a wallet says of itself', () => {
    expect(refusalKey('HOLDER_WRONG_NONCE')).toBe('untrusted');
    expect(refusalKey('vp_formats_not_supported')).toBe('wallet');
    expect(refusalKey('untrusted')).toBe('wallet');
    expect(Object.keys(en.refusal)).toContain(refusalKey(''));
  });
});
