import { describe, expect, it } from '@jest/globals';
import { brokenCredentials } from '../testing/broken-credentials.fixture.js';
import { brokenResources } from '../testing/broken-resources.fixture.js';
import { credential2, credentialWith, vcdm2 } from '../testing/documents.fixture.js';
import { checkCredential } from './check-credential.js';

describe('“Rules of VCDM 2.0 to enforce at issuance:”', () => {
  it('the credential that the rows change keeps them all', async () => {
    expect(await checkCredential(credential2())).toEqual([]);
  });

  it.each([...brokenCredentials, ...brokenResources])('“%s”', async (_quote, members, code, pointer) => {
    const problems = await checkCredential(credentialWith(members));
    expect(problems).toContainEqual(expect.objectContaining({ code, pointer }));
    expect(problems).toHaveLength(1);
  });

  it('every rule that is broken is told, not the first only', async () => {
    const problems = await checkCredential({ '@context': [vcdm2], type: 'VerifiableCredential', id: null });
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['ID_NOT_URL', '/id'],
      ['MEMBER_MISSING', '/issuer'],
      ['MEMBER_MISSING', '/credentialSubject'],
    ]);
  });
});

describe('what is no credential at all', () => {
  it.each([null, undefined, 7, 'eyJ', [], [credential2()], true])('%p', async (value) => {
    expect(await checkCredential(value)).toMatchObject([{ code: 'DOCUMENT_NOT_OBJECT', pointer: '' }]);
  });
});
