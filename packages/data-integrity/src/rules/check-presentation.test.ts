import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import type { ProblemCode } from '../problems/problem-types.js';
import {
  credential1,
  credential2,
  examples,
  presentation2,
  vcdm1,
  vcdm2,
} from '../testing/documents.fixture.js';
import { checkPresentation } from './check-presentation.js';

const holder = 'did:example:holder';
const enveloped = (id: unknown): JsonObject => ({
  '@context': vcdm2,
  type: 'EnvelopedVerifiableCredential',
  id,
});

describe('presentations', () => {
  it.each<[string, JsonObject]>([
    ['without credentials', presentation2(holder, [])],
    ['with credentials', presentation2(holder, [credential2(), credential2()])],
    ['with one that is no list', presentation2(holder, credential2() as unknown as unknown[])],
    ['with an envelope', presentation2(holder, [enveloped('data:application/vc+jwt,eyJ.e30.c2ln')])],
    ['of a holder object', { ...presentation2(holder, []), holder: { id: holder } }],
    ['without holder', { '@context': [vcdm2], type: 'VerifiablePresentation' }],
    ['with an id', { ...presentation2(holder, []), id: 'urn:uuid:1' }],
    ['of VCDM 1.1', { ...presentation2(holder, [credential1()]), '@context': [vcdm1] }],
    [
      'of a type more',
      { ...presentation2(holder, []), '@context': [vcdm2, examples], type: ['A', 'VerifiablePresentation'] },
    ],
  ])('%s keep the rules', async (_name, presentation) => {
    expect(await checkPresentation(presentation)).toEqual([]);
  });

  it.each<[string, JsonObject, ProblemCode, string]>([
    ['no context', { '@context': undefined }, 'CONTEXT_MISSING', '/@context'],
    ['another context first', { '@context': [examples, vcdm2] }, 'CONTEXT_NOT_FIRST', '/@context'],
    [
      'a context that is no URL',
      { '@context': [vcdm2, 'https ://not-a-url'] },
      'CONTEXT_ITEM',
      '/@context/1',
    ],
    ['a context that is a number', { '@context': [vcdm2, 123192875] }, 'CONTEXT_ITEM', '/@context/1'],
    ['no type', { type: undefined }, 'TYPE_MISSING', '/type'],
    ['another type', { type: ['VerifiableCredential'] }, 'TYPE_REQUIRED', '/type'],
    ['an id that is no URL', { id: 'one' }, 'ID_NOT_URL', '/id'],
    ['a holder that is no URL', { holder: 'me' }, 'ID_NOT_URL', '/holder'],
    ['a holder without id', { holder: { name: 'me' } }, 'ID_MISSING', '/holder/id'],
    ['terms of use without type', { termsOfUse: [{}] }, 'TYPE_MISSING', '/termsOfUse/0/type'],
    [
      'a VC given as a string',
      { verifiableCredential: ['eyJ'] },
      'MEMBER_NOT_OBJECT',
      '/verifiableCredential/0',
    ],
    ['a VC given as a URL', { verifiableCredential: 'urn:a' }, 'MEMBER_NOT_OBJECT', '/verifiableCredential'],
    [
      'an envelope of nothing',
      { verifiableCredential: [enveloped('urn:a')] },
      'ENVELOPE_MALFORMED',
      '/verifiableCredential/0/id',
    ],
    [
      'an envelope without id',
      { verifiableCredential: [enveloped(undefined)] },
      'ENVELOPE_MALFORMED',
      '/verifiableCredential/0/id',
    ],
    [
      'an envelope of text',
      { verifiableCredential: [enveloped('data:text/plain,abc')] },
      'ENVELOPE_MALFORMED',
      '/verifiableCredential/0/id',
    ],
    [
      'a credential that breaks a rule',
      { verifiableCredential: [credential2(), { ...credential2(), issuer: 7 }] },
      'ID_NOT_URL',
      '/verifiableCredential/1/issuer',
    ],
    [
      'a credential with a term that no context defines',
      { verifiableCredential: [{ ...credential2(), '@context': [vcdm2], type: 'VerifiableCredential' }] },
      'TERM_UNDEFINED',
      '/verifiableCredential/0/credentialSubject/address',
    ],
    ['a term that no context defines', { foo: 1 }, 'TERM_UNDEFINED', '/foo'],
  ])('%s', async (_name, members, code, pointer) => {
    const presentation = { ...presentation2(holder, []), ...members };
    const entries = Object.entries(presentation).filter(([, value]) => value !== undefined);
    const problems = await checkPresentation(JSON.parse(JSON.stringify(Object.fromEntries(entries))));
    expect(problems).toMatchObject([{ code, pointer }]);
  });

  it.each([null, 'eyJ', [presentation2(holder, [])]])('%p is none', async (value) => {
    expect(await checkPresentation(value)).toMatchObject([{ code: 'DOCUMENT_NOT_OBJECT' }]);
  });
});
