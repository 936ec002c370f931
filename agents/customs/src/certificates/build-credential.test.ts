import {
  aeoCredentialSchema,
  type Certificate,
  type Country,
  certificateSchema,
  certificateTypeSchema,
  type Did,
  operatorRoleSchema,
} from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedEntries } from '../status-lists/status-place.js';
import { buildCredential } from './build-credential.js';

const issuer = {
  did: `did:ethr:0x9e55c:0x${'a'.repeat(40)}` as Did,
  name: 'Aduana',
  country: 'PE' as Country,
  utcOffset: '-05:00',
};
const status = { chainId: 648_540, contract: `0x${'b'.repeat(40)}` as const, list: 0, index: 7 };
const id = 'urn:uuid:3b0f1c1e-52b0-4f3a-9a39-6a2b1f3f9a02';

const text = (maxLength: number) =>
  fc.string({ minLength: 1, maxLength, unit: 'grapheme' }).filter((value) => value.length <= maxLength);
const date = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Whatever the schema of certificates takes. */
const certificates: fc.Arbitrary<Certificate> = fc
  .record({
    certificateNumber: fc.constantFrom('A', 'OEA-PE 1/2_3.4', 'Ñ9'),
    certificateType: fc.constantFrom(...certificateTypeSchema.options),
    operatorRoles: fc.uniqueArray(fc.constantFrom(...operatorRoleSchema.options), { minLength: 1 }),
    tin: fc.constantFrom('PE20100070970', 'PEÑ&1'),
    legalName: text(256),
    decisionDate: date,
    effectiveDate: date,
    nationalId: maybe(fc.record({ scheme: text(20), value: text(30) })),
    tradeName: maybe(text(256)),
    programme: maybe(text(100)),
    validUntil: maybe(date),
    lastValidationDate: maybe(date),
    address: maybe(
      fc.record({
        country: fc.constantFrom('PE', 'CL'),
        street: maybe(text(70)),
        city: maybe(text(35)),
        subdivision: maybe(text(35)),
        postcode: maybe(text(17)),
      }),
    ),
  })
  .map((value) => certificateSchema.safeParse(JSON.parse(JSON.stringify(value))))
  .filter(({ success }) => success)
  .map(({ data }) => data as Certificate);

describe('buildCredential', () => {
  it('makes a credential that fits its schema of every certificate that fits its own', () => {
    fc.assert(
      fc.property(certificates, (certificate) => {
        const credential = buildCredential(issuer, id, certificate, status);
        expect(aeoCredentialSchema.parse(JSON.parse(JSON.stringify(credential)))).toEqual(credential);
      }),
      { numRuns: 300 },
    );
  });

  it('names the published lists after the chain, of the same index', () => {
    fc.assert(
      fc.property(certificates, fc.nat(131_071), (certificate, index) => {
        const lists = publishedEntries({ publicUrl: 'https://agent.example/' }, { list: 3, index });
        const credential = buildCredential(issuer, id, certificate, { ...status, list: 3, index }, lists);
        expect(aeoCredentialSchema.parse(JSON.parse(JSON.stringify(credential)))).toEqual(credential);
        expect(lists.map(({ statusListCredential }) => statusListCredential)).toEqual([
          'https://agent.example/status-lists/3/revocation',
          'https://agent.example/status-lists/3/suspension',
        ]);
        expect(publishedEntries({ publicUrl: 'http://agent.example' }, { list: 3, index })).toEqual([]);
        expect(publishedEntries({ publicUrl: undefined }, { list: 3, index })).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('begins and ends at midnight of the authority', () => {
    const certificate = certificateSchema.parse({
      certificateNumber: 'A',
      certificateType: 'full',
      operatorRoles: ['EX'],
      tin: 'PE1',
      legalName: 'A',
      decisionDate: '2024-02-28',
      effectiveDate: '2024-02-29',
      validUntil: '2025-02-28',
    });
    const { validFrom, validUntil } = buildCredential(issuer, id, certificate, status);
    expect([validFrom, validUntil]).toEqual(['2024-02-29T00:00:00-05:00', '2025-02-28T23:59:59-05:00']);
  });
});
