import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDid } from './parse-did.js';
import { parseDidUrl } from './parse-did-url.js';

/** Whether a parser takes a text; anything it throws but DID_INVALID fails the test. */
function takes(parse: (text: string) => unknown, text: string): boolean {
  try {
    parse(text);
    return true;
  } catch (error) {
    if (!(error instanceof EslabonError) || error.code !== 'DID_INVALID') throw error;
    expect(error.message.length).toBeLessThan(300);
    return false;
  }
}

const idCharacter = fc.oneof(fc.constantFrom(...'abcXYZ019.-_'), fc.constantFrom('%41', '%2F', '%c3%A9'));
const idPart = fc.array(idCharacter, { maxLength: 8 }).map((all) => all.join(''));
/** Rule `did` of DID Core §3.1. */
const did = fc
  .tuple(
    fc.stringMatching(/^[a-z0-9]{1,8}$/),
    fc.array(idPart, { maxLength: 4 }),
    fc.array(idCharacter, { minLength: 1, maxLength: 8 }),
  )
  .map(([method, parts, last]) => `did:${method}:${[...parts, last.join('')].join(':')}`);
const segment = fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@-]{0,8}$/);
const query = fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@/?-]{0,12}$/);

describe('parseDid (DID Core §3.1)', () => {
  it.each([
    ['did:example:123', 'example', '123'],
    ['did:web:a.example%3A8443:user:1', 'web', 'a.example%3A8443:user:1'],
    ['did:0:a::b', '0', 'a::b'],
    ['did:ethr:0x9e55c:0xf3beac30c498d9e26865f34fcaa57dbb935b0d74', 'ethr', expect.any(String)],
  ])('reads %s', (text, method, id) => {
    expect(parseDid(text)).toEqual({ did: text, method, id });
  });

  it.each([
    '',
    'did',
    'did:',
    'did:a',
    'did:a:',
    'did:a:b:',
    'did::b',
    'DID:a:b',
    'did:A:b',
    'did:a-b:c',
    ' did:a:b',
    'did:a:b ',
    'did:a:b\n',
    'did:a:\nb',
    'did:a:b/c',
    'did:a:b?c',
    'did:a:b#c',
    'did:a:b%',
    'did:a:b%4',
    'did:a:b%4g',
    'did:a:é',
    'did:a:b\0',
    'did:a:b\ud800',
    `did:a:${'b'.repeat(2043)}`,
  ])('refuses %j', (text) => {
    expect(takes(parseDid, text)).toBe(false);
  });

  it('reads every DID that the rule makes, and gives it back', () => {
    fc.assert(
      fc.property(did, (text) => {
        const { method, id } = parseDid(text);
        expect(`did:${method}:${id}`).toBe(text);
      }),
    );
  });
});

describe('parseDidUrl (DID Core §3.2)', () => {
  it.each([
    ['did:a:b', undefined, undefined, undefined],
    ['did:a:b#', undefined, undefined, ''],
    ['did:a:b?versionId=1#key', undefined, 'versionId=1', 'key'],
    ['did:a:b/p/q?x=/?y#f?/', '/p/q', 'x=/?y', 'f?/'],
    ['did:a:b/', '/', undefined, undefined],
    ['did:a:b?#', undefined, '', ''],
  ])('reads %s', (text, path, part, fragment) => {
    expect(parseDidUrl(text)).toEqual({ did: 'did:a:b', method: 'a', id: 'b', path, query: part, fragment });
  });

  it.each([
    '#key',
    '/path',
    '?query',
    'did:a:b#x#y',
    'did:a:b#é',
    'did:a:b?"',
    'did:a:b/ ',
    'did:a:b/%zz',
    'did:a:b?[1]',
  ])('refuses %j', (text) => {
    expect(takes(parseDidUrl, text)).toBe(false);
  });

  it('takes apart what is put together', () => {
    const url = fc.record({
      did,
      path: fc.option(
        fc.array(segment, { maxLength: 3 }).map((all) => `/${all.join('/')}`),
        { nil: undefined },
      ),
      query: fc.option(query, { nil: undefined }),
      fragment: fc.option(query, { nil: undefined }),
    });
    fc.assert(
      fc.property(url, (parts) => {
        const text = [
          parts.did,
          parts.path ?? '',
          parts.query === undefined ? '' : `?${parts.query}`,
          parts.fragment === undefined ? '' : `#${parts.fragment}`,
        ].join('');
        expect(parseDidUrl(text)).toMatchObject(parts);
      }),
    );
  });
});

describe('whatever comes', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'did:',
        'did:ethr:',
        ':',
        '::',
        '%',
        '%3A',
        '%3a',
        '/',
        '?',
        '#',
        '0x',
        'z6Mk',
        '\0',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 40 },
  );
  const text = fc.oneof(
    pieces.map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
    did,
  );

  it.each([
    ['parseDid', parseDid],
    ['parseDidUrl', parseDidUrl],
  ])('%s reads it or answers DID_INVALID', (_, parse) => {
    fc.assert(
      fc.property(text, (any) => {
        takes(parse, any);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is read in linear time', () => {
    const hostile = [
      ':'.repeat(500_000),
      'a:'.repeat(250_000),
      '%'.repeat(500_000),
      '%41'.repeat(200_000),
      '#'.repeat(500_000),
    ];
    for (const each of hostile) {
      expect(takes(parseDid, `did:a:${each}`)).toBe(false);
      expect(takes(parseDidUrl, `did:a:${each}`)).toBe(false);
    }
    // At the longest that is read at all, each a thousand times.
    for (let time = 0; time < 1_000; time++) {
      for (const each of hostile) takes(parseDidUrl, `did:a:${each.slice(0, 4_000)}`);
    }
  });
});
