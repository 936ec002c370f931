import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import { credential2, examples, vcdm2 } from '../testing/documents.fixture.js';
import { expand } from './expand.js';
import { toQuads } from './to-quads.js';

const context = [
  vcdm2,
  examples,
  {
    seeAlso: { '@id': 'urn:example:seeAlso', '@type': '@id' },
    kind: { '@id': 'urn:example:kind', '@type': '@vocab' },
  },
];
const subject = (members: JsonObject): JsonObject => ({
  ...credential2(),
  '@context': context,
  credentialSubject: { id: 'urn:example:s', ...members },
});

/** Names that plain objects have from their prototype. */
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf'];

describe.each(inherited)('a node that is named “%s”', (name) => {
  it.each<[string, JsonObject]>([
    ['as issuer', { ...credential2(), '@context': context, issuer: name }],
    ['in a term whose value is a URL', subject({ seeAlso: name })],
    ['in a list of such a term', subject({ seeAlso: ['urn:a', name] })],
    ['as id', subject({ seeAlso: { id: name } })],
    ['as the name of a graph', subject({ '@graph': [{ tin: 'PE1' }], '@id': name })],
    ['nested', subject({ address: { '@id': name, city: 'Callao' } })],
    ['as what another refers to by @reverse', subject({ '@reverse': { 'urn:example:of': { '@id': name } } })],
  ])('%s is refused, and no object of the process is changed', async (_name, document) => {
    const refused = {
      details: { problems: [expect.objectContaining({ code: expect.stringMatching(/ID_NOT_URL|JSON_LD/) })] },
    };
    await expect(toQuads(document)).rejects.toMatchObject(refused);
    for (const prototype of [Object, Object.prototype, Function.prototype]) {
      expect(Object.keys(prototype)).toEqual([]);
    }
    expect((await toQuads(credential2())).length).toBeGreaterThan(10);
  });
});

describe('what expansion refuses', () => {
  it.each<[string, JsonObject, string, string]>([
    ['an id with a space', subject({ seeAlso: 'urn:a b' }), 'ID_NOT_URL', '/credentialSubject/seeAlso'],
    ['a relative id', subject({ seeAlso: ['urn:a', 'a/b'] }), 'ID_NOT_URL', '/credentialSubject/seeAlso'],
    [
      'a type that maps to no URL',
      subject({ type: 'https://e.example/a b' }),
      'TYPE_UNDEFINED',
      '/credentialSubject/type',
    ],
    ['an undefined term', { '@context': [vcdm2], foo: 1 }, 'TERM_UNDEFINED', '/foo'],
    ['a value that is none', subject({ a: { '@value': {} } }), 'JSON_LD_INVALID', ''],
    ['a context that is none', { '@context': [{ a: 7 }], a: 1 }, 'CONTEXT_INVALID', '/@context'],
  ])('%s', async (_name, document, code, pointer) => {
    await expect(expand(document)).rejects.toMatchObject({ details: { problems: [{ code, pointer }] } });
  });

  it('blank nodes that are named are none of it', async () => {
    expect(await toQuads(subject({ seeAlso: '_:b0' }))).toHaveLength(8);
  });
});
