import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import { createMethodResolver } from './create-method-resolver.js';

const did = 'did:web:customs.example';
const method = (id: string, more: JsonObject = {}): JsonObject => ({
  id,
  type: 'Multikey',
  controller: did,
  publicKeyMultibase: 'z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7',
  ...more,
});
const resolverOf = (document: JsonObject | undefined) => createMethodResolver(async () => document);

describe('verification methods in documents of controllers', () => {
  it.each<[string, JsonObject, string[]]>([
    [
      'listed and named',
      { verificationMethod: [method(`${did}#a`)], assertionMethod: [`${did}#a`] },
      ['assertionMethod'],
    ],
    [
      'named by a fragment alone',
      { verificationMethod: [method('#a')], assertionMethod: ['#a'], authentication: ['#a'] },
      ['assertionMethod', 'authentication'],
    ],
    ['embedded', { authentication: [method(`${did}#a`)] }, ['authentication']],
    ['listed for nothing', { verificationMethod: [method(`${did}#a`)] }, []],
  ])('%s', async (_name, members, purposes) => {
    const found = await resolverOf({ id: did, ...members })(`${did}#a`);
    expect(found.method).toMatchObject({ id: `${did}#a`, controller: did });
    expect(found.purposes).toEqual(purposes);
  });

  it.each<[string, JsonObject | undefined, string, string]>([
    ['no document', undefined, `${did}#a`, 'METHOD_NOT_FOUND'],
    ['the document of another', { id: 'did:web:other.example' }, `${did}#a`, 'METHOD_INVALID'],
    ['no such method', { id: did, verificationMethod: [method(`${did}#b`)] }, `${did}#a`, 'METHOD_NOT_FOUND'],
    ['named, but nowhere', { id: did, assertionMethod: [`${did}#a`] }, `${did}#a`, 'METHOD_NOT_FOUND'],
    [
      'methods that are no objects',
      { id: did, verificationMethod: [null, 7, 'a'] },
      `${did}#a`,
      'METHOD_NOT_FOUND',
    ],
    ['no fragment', { id: did }, did, 'METHOD_INVALID'],
    ['an empty fragment', { id: did }, `${did}#`, 'METHOD_INVALID'],
    [
      'two of one id',
      { id: did, verificationMethod: [method(`${did}#a`), method(`${did}#a`)] },
      `${did}#a`,
      'METHOD_INVALID',
    ],
  ])('%s', async (_name, document, url, code) => {
    await expect(resolverOf(document)(url)).rejects.toMatchObject({
      details: { problems: [expect.objectContaining({ code })] },
    });
  });

  it('asks for the document of the controller that the URL begins with', async () => {
    const asked: string[] = [];
    const resolve = createMethodResolver(async (id) => {
      asked.push(id);
      return { id, verificationMethod: [method(`${id}#a`)] };
    });
    await resolve(`${did}#a`);
    expect(asked).toEqual([did]);
  });
});
