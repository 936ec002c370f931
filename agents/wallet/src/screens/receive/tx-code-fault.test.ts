import { describe, expect, it } from '@jest/globals';
import { txCodeFault } from './tx-code-fault.js';

const six = { numeric: true, length: 6 };

describe('txCodeFault', () => {
  it.each([
    ['', six, 'txCodeMissing'],
    ['  ', six, 'txCodeMissing'],
    ['12345a', six, 'txCodeDigits'],
    ['12345', six, 'txCodeLength'],
    ['1234567', six, 'txCodeLength'],
    [' 123456 ', six, undefined],
    ['12', { numeric: true }, undefined],
    ['abc-1', { numeric: false }, undefined],
    ['', undefined, undefined],
  ] as const)('“%s” for %o is %s', (code, expected, fault) => {
    expect(txCodeFault(code, expected)).toBe(fault);
  });
});
