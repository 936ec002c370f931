import { type Operation, operations } from '@eslabon/client/contract';
import { wordFaults } from '@eslabon/ui/testing';
import { describe, expect, it } from '@jest/globals';
import { usedOperations } from '../session/used-operations.js';
import { en } from './en.js';
import { es } from './es.js';
import { pt } from './pt.js';
import { troubleKey } from './trouble-words.js';

/** Codes that the agent may answer to anything. */
const always = [
  ...['AUTHENTICATION_REQUIRED', 'AUTHENTICATION_FAILED', 'PERMISSION_DENIED', 'RATE_LIMITED'],
  ...['INPUT_INVALID', 'INPUT_MALFORMED_JSON', 'INPUT_TOO_LARGE', 'INPUT_UNSUPPORTED_MEDIA_TYPE'],
  ...['NOT_FOUND', 'UNAVAILABLE', 'SHUTTING_DOWN', 'INTERNAL'],
];

describe('the words', () => {
  it('are the same ones in every language, clean and translated', () => {
    expect(wordFaults({ en, es, pt })).toEqual([]);
  });
});

describe('troubleKey', () => {
  it('has words for everything that the agent may refuse the portal', () => {
    const own = usedOperations.flatMap((id) => (operations[id] as Operation).errors);
    const codes = [...new Set([...always, ...own])];
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => troubleKey(code) !== code)).toEqual([]);
  });

  it('has words for nothing that no operation in use answers', () => {
    const known: string[] = [
      ...always,
      ...usedOperations.flatMap((id) => (operations[id] as Operation).errors),
    ];
    const ours = ['KEY_NOT_FOR_OFFICERS'];
    const codes = Object.keys(en.trouble).filter((key) => key === key.toUpperCase());
    expect(codes.filter((code) => !known.includes(code) && !ours.includes(code))).toEqual([]);
  });

  it.each(['title', 'other', 'toString', '', 'CHAIN_FORKED'])('“%s” has the words for anything', (code) => {
    expect(troubleKey(code)).toBe('other');
  });
});
