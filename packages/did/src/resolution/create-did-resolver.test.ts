import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { createDidResolver } from './create-did-resolver.js';
import type { WantedVersion } from './resolution-options.js';

const asked: WantedVersion[] = [];
const document = { '@context': ['https://www.w3.org/ns/did/v1'], id: 'did:good:1' };
const resolver = createDidResolver([
  {
    name: 'good',
    async resolve(_did, version) {
      asked.push(version);
      return { didDocument: document, didDocumentMetadata: { versionId: '7' } };
    },
  },
  {
    name: 'gone',
    resolve: async () => ({
      didDocument: document,
      didDocumentMetadata: { deactivated: true, versionId: '9' },
    }),
  },
  {
    name: 'bad',
    async resolve({ id }) {
      throw id === 'known' ? new EslabonError('DID_NOT_FOUND', 'There is none.') : new TypeError('secret');
    },
  },
]);

const failed = (type: string, more: object = {}) => ({
  didResolutionMetadata: {
    error: { type: `https://www.w3.org/ns/did#${type}`, title: expect.any(String), ...more },
  },
  didDocument: null,
  didDocumentMetadata: {},
});

describe('resolve (DID Resolution §4)', () => {
  it('answers a document, its metadata, and its media type', async () => {
    expect(await resolver.resolve('did:good:1')).toEqual({
      didResolutionMetadata: { contentType: 'application/did' },
      didDocument: document,
      didDocumentMetadata: { versionId: '7' },
    });
  });

  it('answers INVALID_DID to what does not conform to the did rule, before it looks at the method', async () => {
    for (const did of ['nonsense', 'did:good:', 'did:good:1#key', 'did:other:%']) {
      expect(await resolver.resolve(did)).toEqual(
        failed('INVALID_DID', { detail: expect.stringContaining(did) }),
      );
    }
  });

  it('answers METHOD_NOT_SUPPORTED to other methods, before it looks at the options', async () => {
    const answer = await resolver.resolve('did:other:1', { versionTime: 'nonsense' });
    expect(answer).toEqual(failed('METHOD_NOT_SUPPORTED', { detail: expect.stringContaining('did:other') }));
  });

  it('answers INVALID_OPTIONS to options that are none', async () => {
    for (const options of [
      { versionTime: 'nonsense' },
      { versionTime: '2026-02-29T00:00:00Z' },
      { versionTime: '2026-05-03T12:00:00+00:00' },
      { versionId: '' },
      { versionId: '1', versionTime: '2026-05-03T12:00:00Z' },
      { versionId: '1'.repeat(101) },
    ]) {
      expect(await resolver.resolve('did:good:1', options)).toEqual(
        failed('INVALID_OPTIONS', { detail: expect.any(String) }),
      );
    }
  });

  it('answers null for the document of a deactivated DID, and says that it is', async () => {
    expect(await resolver.resolve('did:gone:1')).toEqual({
      didResolutionMetadata: {},
      didDocument: null,
      didDocumentMetadata: { deactivated: true, versionId: '9' },
    });
  });

  it('answers INTERNAL_ERROR to what was not foreseen, and tells nothing of it', async () => {
    expect(await resolver.resolve('did:bad:known')).toEqual(
      failed('NOT_FOUND', { detail: 'There is none.' }),
    );
    const answer = await resolver.resolve('did:bad:unknown');
    expect(answer).toEqual(failed('INTERNAL_ERROR'));
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('gives the method the version that is wanted', async () => {
    asked.length = 0;
    await resolver.resolve('did:good:1');
    await resolver.resolve('did:good:1', { versionId: '12' });
    await resolver.resolve('did:good:1', { versionTime: '2026-05-03T12:00:00Z' });
    expect(asked).toEqual([
      { kind: 'latest' },
      { kind: 'id', versionId: '12' },
      { kind: 'time', instant: Date.UTC(2026, 4, 3, 12) / 1000 },
    ]);
  });

  it('throws what it answers, for callers of demand', async () => {
    await expect(resolver.demand('did:other:1')).rejects.toMatchObject({ code: 'DID_METHOD_UNSUPPORTED' });
    await expect(resolver.demand('did:bad:unknown')).rejects.toThrow(TypeError);
  });
});
