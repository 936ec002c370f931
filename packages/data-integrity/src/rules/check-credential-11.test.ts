import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import type { ProblemCode } from '../problems/problem-types.js';
import { credential1, credentialWith, examples, vcdm1 } from '../testing/documents.fixture.js';
import { checkCredential } from './check-credential.js';

describe('“Accept VCDM 1.1 input (`https://www.w3.org/2018/credentials/v1`, `issuanceDate`, `expirationDate`)”', () => {
  it('a credential of VCDM 1.1', async () => {
    expect(await checkCredential(credential1())).toEqual([]);
    expect(
      await checkCredential(credential1('did:example:i', { expirationDate: '2027-01-01T00:00:00Z' })),
    ).toEqual([]);
  });

  it.each<[string, JsonObject, ProblemCode, string]>([
    ['issuanceDate missing', { issuanceDate: undefined }, 'MEMBER_MISSING', '/issuanceDate'],
    ['issuanceDate no date', { issuanceDate: 'today' }, 'DATE_NOT_STAMP', '/issuanceDate'],
    [
      'expired before it is issued',
      { expirationDate: '2025-12-31T23:59:59Z' },
      'VALIDITY_ORDER',
      '/expirationDate',
    ],
    ['v1 not first', { '@context': [examples, vcdm1] }, 'CONTEXT_NOT_FIRST', '/@context'],
    ['a status without id', { credentialStatus: { type: 'X' } }, 'ID_MISSING', '/credentialStatus/id'],
    ['a refresh service without id', { refreshService: { type: 'X' } }, 'ID_MISSING', '/refreshService/id'],
    ['no issuer', { issuer: undefined }, 'MEMBER_MISSING', '/issuer'],
    ['an empty subject', { credentialSubject: {} }, 'SUBJECT_EMPTY', '/credentialSubject'],
  ])('%s', async (_name, members, code, pointer) => {
    const problems = await checkCredential(credentialWith(members, credential1()));
    expect(problems).toContainEqual(expect.objectContaining({ code, pointer }));
  });
});
