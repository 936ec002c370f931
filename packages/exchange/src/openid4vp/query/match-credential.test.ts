import { aeoVct } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { type DcqlCredentialPresentation, DcqlPresentationResult } from 'dcql';
import fc from 'fast-check';
import {
  type CustomsQuestion,
  customsQuery,
  type DisclosableClaim,
  disclosablePaths,
} from './customs-query.js';
import { matchCredential, type QueriedCredential } from './match-credential.js';

const question: fc.Arbitrary<CustomsQuestion> = fc.record(
  {
    purpose: fc.constantFrom({ kind: 'counter' as const }, { kind: 'consignment' as const, reference: 'x' }),
    types: fc.subarray(['security', 'full', 'simplifications'] as CustomsQuestion['types'] & string[], {
      minLength: 1,
    }),
    roles: fc.subarray(['EX', 'IM', 'CB'] as CustomsQuestion['roles'] & string[], { minLength: 1 }),
    disclose: fc.subarray(Object.keys(disclosablePaths) as DisclosableClaim[]),
  },
  { requiredKeys: ['purpose', 'disclose'] },
) as fc.Arbitrary<CustomsQuestion>;

const value = fc.constantFrom<unknown[]>('security', 'full', 'EX', 'counter', 1, false, '', null, {}, 'x');
const list = fc.oneof(fc.array(value, { minLength: 1, maxLength: 3 }), value);
const subject = fc.record(
  {
    ...{ tin: value, legalName: value, tradeName: value, nationalId: value, address: value, purposes: list },
    certificate: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record(
          {
            ...{
              certificateNumber: value,
              certificateType: value,
              programme: value,
              lastValidationDate: value,
            },
            operatorRoles: list,
          },
          { requiredKeys: ['certificateNumber', 'certificateType'] },
        ),
      },
      { weight: 1, arbitrary: value },
    ),
  },
  { requiredKeys: ['tin', 'legalName'] },
);
const types = fc.subarray(
  [
    ...['VerifiableCredential', 'AeoCertificateCredential', 'AeoDelegationCredential', 'other'],
    ...customsQuery({ purpose: { kind: 'counter' }, disclose: [] }).credentials.flatMap(({ meta }) =>
      ((meta as { type_values?: string[][] }).type_values ?? []).flat(),
    ),
  ].filter((name, at, all) => all.indexOf(name) === at),
);
const format = fc.constantFrom<QueriedCredential['format'][]>('dc+sd-jwt', 'jwt_vc_json', 'ldp_vc');
const vct = fc.constantFrom(aeoVct, 'urn:other');

/** What the library says of the same. */
function byLibrary(query: ReturnType<typeof customsQuery>, id: string, credential: QueriedCredential) {
  const { format: credential_format, claims } = credential;
  const kind = credential_format === 'dc+sd-jwt' ? { vct: credential.vct } : { type: credential.types };
  const presented = { credential_format, claims, ...kind, cryptographic_holder_binding: true };
  const result = DcqlPresentationResult.fromDcqlPresentation(
    { [id]: [presented as DcqlCredentialPresentation] },
    { dcqlQuery: query },
  );
  const [failed] = result.credential_matches[id]?.failed_credentials ?? [];
  const asked = query.credentials.find((each) => each.id === id)?.claims ?? [];
  return {
    isSatisfied: result.can_be_satisfied,
    unmet: (failed?.claims.failed_claims ?? []).map(
      ({ claim_index: at }) => (asked[at] as { path: unknown }).path,
    ),
  };
}

describe('matchCredential', () => {
  it('says what the library says, of any credential and every query of ours', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(
        question,
        fc.nat(3),
        fc.record({ format, vct, types, subject, right: fc.boolean() }),
        (asked, at, made) => {
          const query = customsQuery(asked);
          const one = query.credentials[at] as (typeof query.credentials)[number];
          const as = made.right ? (one.format as QueriedCredential['format']) : made.format;
          const meant = (one.meta as { type_values?: string[][] } | undefined)?.type_values?.[0];
          const credential: QueriedCredential = {
            format: as,
            ...{ vct: made.right ? aeoVct : made.vct, types: made.right && meant ? meant : made.types },
            claims: (at === 0 ? made.subject : { credentialSubject: made.subject }) as Record<
              string,
              unknown
            >,
          };
          const { isOfType, unmet } = matchCredential(one, credential);
          const expected = byLibrary(query, one.id, credential);
          expect({ isSatisfied: isOfType && unmet.length === 0, unmet }).toEqual(expected);
          seen.add(expected.isSatisfied);
        },
      ),
      { numRuns: 3000 },
    );
    expect(seen).toEqual(new Set([true, false]));
  });

  it('takes no credential of another type or format, whatever it says', () => {
    const { credentials } = customsQuery({ purpose: { kind: 'counter' }, disclose: [] });
    const [sdJwt, jwt] = credentials as [(typeof credentials)[number], (typeof credentials)[number]];
    const isOfType = (query: typeof sdJwt, kind: Omit<QueriedCredential, 'claims'>) =>
      matchCredential(query, { ...kind, claims: {} }).isOfType;
    expect(isOfType(sdJwt, { format: 'dc+sd-jwt', vct: aeoVct })).toBe(true);
    for (const other of ['urn:other', '', `${aeoVct}/`]) {
      expect(isOfType(sdJwt, { format: 'dc+sd-jwt', vct: other })).toBe(false);
    }
    expect(isOfType(sdJwt, { format: 'dc+sd-jwt' })).toBe(false);
    const asked = (jwt.meta as { type_values: string[][] }).type_values;
    for (const all of asked) {
      expect(isOfType(jwt, { format: 'jwt_vc_json', types: [...all, 'other'] })).toBe(true);
      expect(isOfType(jwt, { format: 'ldp_vc', types: all })).toBe(false);
      for (const one of all) expect(isOfType(jwt, { format: 'jwt_vc_json', types: [one] })).toBe(false);
    }
    expect(isOfType(jwt, { format: 'jwt_vc_json' })).toBe(false);
    expect(isOfType(jwt, { format: 'dc+sd-jwt', vct: aeoVct })).toBe(false);
  });

  it('finds no claim by what objects and lists have of their own', () => {
    const query = { format: 'dc+sd-jwt', meta: { vct_values: [aeoVct] }, claims: [] as object[] };
    const match = (path: (string | null)[], claims: Record<string, unknown>) =>
      matchCredential({ ...query, claims: [{ path }] } as never, { format: 'dc+sd-jwt', vct: aeoVct, claims })
        .unmet;
    for (const path of [['toString'], ['a', 'length'], ['a', '0'], ['b', null], ['a', null]]) {
      expect(match(path, { a: [], b: 'text' })).toEqual([path]);
    }
    expect(match(['a', null, 'b'], { a: [{}, { b: 1 }] })).toEqual([]);
  });
});
