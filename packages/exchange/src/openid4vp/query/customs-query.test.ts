import { describe, expect, it } from '@jest/globals';
import { DcqlQuery } from 'dcql';
import {
  type CustomsQuestion,
  customsQuery,
  type DisclosableClaim,
  disclosablePaths,
} from './customs-query.js';

const all = Object.keys(disclosablePaths) as DisclosableClaim[];

const questions: CustomsQuestion[] = [
  { purpose: { kind: 'counter' }, disclose: [] },
  {
    purpose: { kind: 'declaration', reference: 'x' },
    disclose: all,
    types: ['full', 'security'],
    roles: ['EX'],
  },
];

describe('customsQuery', () => {
  it.each(questions)('is a query as DCQL has it, with nothing left to be filled in: %j', (question) => {
    const query = customsQuery(question);
    expect(DcqlQuery.parse(JSON.parse(JSON.stringify(query)))).toEqual(query);
    expect(() => DcqlQuery.validate(query)).not.toThrow();
  });

  it('“certificate type security or full, role exporter, disclose TIN, name and type only”', () => {
    const { credentials } = customsQuery({
      ...{ purpose: { kind: 'counter' }, types: ['security', 'full'], roles: ['EX'], disclose: [] },
    });
    expect(credentials.map(({ id, format }) => [id, format])).toEqual([
      ['certificate', 'dc+sd-jwt'],
      ['certificate_jwt', 'jwt_vc_json'],
      ['certificate_ldp', 'ldp_vc'],
      ['delegation', 'jwt_vc_json'],
    ]);
    const paths = [
      { path: ['tin'] },
      { path: ['legalName'] },
      { path: ['certificate', 'certificateNumber'] },
      { path: ['certificate', 'certificateType'], values: ['security', 'full'] },
      { path: ['certificate', 'operatorRoles', null], values: ['EX'] },
    ];
    expect(credentials[0]?.claims).toEqual(paths);
    expect(credentials[1]?.claims).toEqual(
      paths.map(({ path, ...rest }) => ({ path: ['credentialSubject', ...path], ...rest })),
    );
  });

  it('asks for delegations for the purpose alone', () => {
    const { credentials } = customsQuery({ purpose: { kind: 'consignment', reference: 'x' }, disclose: all });
    expect(credentials.at(-1)?.claims).toEqual([
      { path: ['credentialSubject', 'purposes', null], values: ['consignment'] },
    ]);
  });
});
