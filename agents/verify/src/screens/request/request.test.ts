import { presentationRequestSchema } from '@eslabon/client/contract';
import { describe, expect, it } from '@jest/globals';
import { refusalCodes } from '../../../../../packages/exchange/src/openid4vp/presentation-refused.js';
import { messageCodes } from '../../../../../packages/verifier/src/messages/message-code.js';
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
    [59.9, '0:59'],
    [0.3, '0:00'],
    [0, '0:00'],
    [-7, '0:00'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(clockTime(seconds)).toBe(text);
  });
});

describe('refusalKey', () => {
  it('has words for everything that an agent says before any check', () => {
    const general = ['untrusted', 'wallet'];
    const codes = Object.values(refusalCodes);
    expect(codes.filter((code) => general.includes(refusalKey(code)))).toEqual([]);
  });

  it('says what somebody else’s certificate is, and what is wrong with an authorisation', () => {
    const about = messageCodes.filter((code) =>
      /^(HOLDER_NOT|DELEGATION_(?!VALID|STATUS))|REPLAYED|FOR_ANOTHER/.test(code),
    );
    expect(about.length).toBeGreaterThan(8);
    expect(about.filter((code) => refusalKey(code) === 'untrusted')).toEqual([]);
  });

  it('tells a check that failed from what a wallet says of itself', () => {
    expect(refusalKey('KEY_COMPROMISED')).toBe('untrusted');
    expect(refusalKey('HOLDER_NOT_PROVEN')).toBe('NOT_PRESENTED_BY_HOLDER');
    expect(refusalKey('vp_formats_not_supported')).toBe('wallet');
    expect(refusalKey('untrusted')).toBe('wallet');
    expect(Object.keys(en.refusal)).toContain(refusalKey(''));
  });
});
