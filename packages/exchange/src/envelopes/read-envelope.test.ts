import { describe, expect, it } from '@jest/globals';
import { isEnvelope, readEnvelope } from './read-envelope.js';

const type = 'EnvelopedVerifiableCredential';
const context = 'https://www.w3.org/ns/credentials/v2';
const good = { '@context': context, id: 'data:application/vc+jwt,a.b.c', type };

describe('isEnvelope', () => {
  it.each<[unknown, boolean]>([
    [good, true],
    [{ type: [type, 'Other'] }, true],
    [{ type: 'EnvelopedVerifiablePresentation' }, false],
    [{}, false],
    [[good], false],
    [null, false],
    ['data:application/vc+jwt,a.b.c', false],
  ])('of %j is %p', (value, expected) => {
    expect(isEnvelope(value, type)).toBe(expected);
  });
});

describe('readEnvelope', () => {
  it.each<[string, object, object]>([
    ['a JWT', {}, { mediaType: 'application/vc+jwt', token: 'a.b.c' }],
    [
      'lists of one',
      { '@context': [context], type: [type] },
      { mediaType: 'application/vc+jwt', token: 'a.b.c' },
    ],
    [
      'an SD-JWT',
      { id: 'data:application/vc+sd-jwt,a.b.c~d~' },
      { mediaType: 'application/vc+sd-jwt', token: 'a.b.c~d~' },
    ],
    [
      'COSE in base64',
      { id: 'data:application/vc+cose;base64,0oRD//8=' },
      { mediaType: 'application/vc+cose', token: '0oRD//8=' },
    ],
  ])('takes out %s', (_what, change, expected) => {
    expect(readEnvelope({ ...good, ...change }, type)).toEqual(expected);
  });

  it.each<[string, object]>([
    ['a JWT in base64', { id: 'data:application/vc+jwt;base64,YS5iLmM=' }],
    ['COSE that is not in base64', { id: 'data:application/vc+cose,0oRD' }],
    ['a parameter', { id: 'data:application/vc+jwt;charset=utf-8,a.b.c' }],
    ['another URL', { id: 'https://e.example/a.b.c' }],
    ['an empty token', { id: 'data:application/vc+jwt,' }],
    ['no media type', { id: 'data:,a.b.c' }],
    ['an id that is a list', { id: ['data:application/vc+jwt,a.b.c'] }],
    ['a token that is too long', { id: `data:application/vc+jwt,${'a'.repeat(262_144)}` }],
    ['no context', { '@context': undefined }],
    ['another context', { '@context': [context, 'https://e.example/'] }],
    ['another type beside', { type: [type, 'Other'] }],
    ['a claim beside', { issuer: 'did:example:a' }],
  ])('refuses %s', (_what, change) => {
    expect(readEnvelope({ ...good, ...change }, type)).toBeUndefined();
  });
});
