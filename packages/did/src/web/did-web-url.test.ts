import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDid } from '../syntax/parse-did.js';
import { didWebOf } from './did-web-of.js';
import { didWebUrl } from './did-web-url.js';

const url = (did: string) => didWebUrl(parseDid(did)).href;

describe('didWebUrl', () => {
  it.each([
    ['did:web:w3c-ccg.github.io', 'https://w3c-ccg.github.io/.well-known/did.json'],
    ['did:web:w3c-ccg.github.io:user:alice', 'https://w3c-ccg.github.io/user/alice/did.json'],
    ['did:web:example.com%3A3000', 'https://example.com:3000/.well-known/did.json'],
    ['did:web:example.com%3a3000:user:alice', 'https://example.com:3000/user/alice/did.json'],
    ['did:web:example.com%3A443', 'https://example.com/.well-known/did.json'],
    ['did:web:Example.COM', 'https://example.com/.well-known/did.json'],
    ['did:web:localhost%3A8443', 'https://localhost:8443/.well-known/did.json'],
    ['did:web:xn--bcher-kva.example', 'https://xn--bcher-kva.example/.well-known/did.json'],
    ['did:web:a.example:a%20b:%C3%A9', 'https://a.example/a%20b/%C3%A9/did.json'],
    ['did:web:a.example:.well-known', 'https://a.example/.well-known/did.json'],
    ['did:web:a.example:Path', 'https://a.example/Path/did.json'],
  ])('of %s is %s', (did, address) => {
    expect(url(did)).toBe(address);
  });

  it.each([
    'did:web:127.0.0.1',
    'did:web:127.1',
    'did:web:2130706433',
    'did:web:0x7f.1',
    'did:web:0x7f000001',
    'did:web:a.example.1',
    'did:web:%5B%3A%3A1%5D',
    'did:web:a.example%3A0',
    'did:web:a.example%3A99999',
    'did:web:a.example%3A',
    'did:web:a.example%3A80%3A80',
    'did:web:a.example%3Auser%40b.example',
    'did:web:user%40a.example',
    'did:web:a.example%2Fpath',
    'did:web:a.example%23',
    'did:web:a.example%3F',
    'did:web:a.example%00',
    'did:web:a.example%253A80',
    'did:web:a..example',
    'did:web:.example',
    'did:web:a.example.',
    'did:web:-a.example',
    'did:web:a_b.example',
    'did:web::path',
    'did:web:a.example::path',
    'did:web:a.example:..',
    'did:web:a.example:.:b',
    'did:web:a.example:%2e%2E:b',
    'did:web:a.example:.%2e',
    'did:web:a.example:a%2Fb',
    'did:web:a.example:a%5cb',
    'did:web:a.example:%00',
    'did:web:a.example:a%3Fb',
    'did:web:a.example:a%23b',
    'did:web:a.example:%252e%252e',
    `did:web:${'a'.repeat(64)}.example`,
    `did:web:${'a.'.repeat(130)}example`,
  ])('refuses %s', (did) => {
    expect(() => url(did)).toThrow(expect.objectContaining({ code: 'DID_INVALID' }));
  });

  it('leads to the host that the DID names, or nowhere, whatever the DID is', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b.example',
        '.',
        '..',
        ':',
        '%3A',
        '%3a80',
        '%2F',
        '%5C',
        '%40',
        '%23',
        '%3F',
        '%00',
        '-',
        '1',
        '0x',
        '%25',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 10 }), (pieces) => {
        const did = `did:web:${pieces.join('')}`;
        try {
          const found = didWebUrl(parseDid(did));
          const [authority = ''] = did.slice('did:web:'.length).split(':');
          expect(found.protocol).toBe('https:');
          expect(found.host).toBe(authority.replace(/%3A/i, ':').toLowerCase());
          expect([found.search, found.hash, found.username, found.password]).toEqual(['', '', '', '']);
          expect(found.pathname.endsWith('/did.json')).toBe(true);
          // As many parts as the DID has: none was dropped or added on the way.
          const parts = did.split(':').length - 3;
          expect(found.pathname.split('/').length).toBe(parts === 0 ? 3 : parts + 2);
        } catch (error) {
          if (!(error instanceof EslabonError)) throw error;
          expect(error.code).toBe('DID_INVALID');
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('didWebOf', () => {
  it.each([
    ['https://aduana.example', 'did:web:aduana.example'],
    ['https://aduana.example/', 'did:web:aduana.example'],
    ['https://aduana.example:443', 'did:web:aduana.example'],
    ['https://Aduana.example:8443', 'did:web:aduana.example%3A8443'],
    ['https://localhost:8443', 'did:web:localhost%3A8443'],
  ])('of %s is %s, whose document is there', (publicUrl, did) => {
    expect(didWebOf(publicUrl)).toBe(did);
    expect(url(did)).toBe(new URL('/.well-known/did.json', publicUrl).href);
  });

  it.each([
    'http://aduana.example',
    'https://aduana.example/agent',
    'https://127.0.0.1:8443',
    'https://[::1]',
    'https://user@aduana.example',
    'https://aduana.example?x',
    'nonsense',
  ])('of %s is none', (publicUrl) => {
    expect(didWebOf(publicUrl)).toBeUndefined();
  });
});
