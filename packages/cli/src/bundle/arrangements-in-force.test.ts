import { type ArrangementFacts, type Country, countrySchema, everyRole } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { arrangementsInForce } from './arrangements-in-force.js';

const [CL, CO, MX, PE] = ['CL', 'CO', 'MX', 'PE'].map((code) => countrySchema.parse(code)) as [
  Country,
  Country,
  Country,
  Country,
];

const version = (validFrom: number, validUntil: number) => ({
  label: 'Pacific Alliance',
  textDigest: `0x${'00'.repeat(32)}` as const,
  certificateTypes: 7,
  roles: everyRole,
  validFrom,
  validUntil,
  ttl: 3600,
  exp: 7200,
  parties: [CL, CO, MX, PE],
});

const facts: ArrangementFacts = {
  nonces: [],
  arrangements: [
    {
      id: 1,
      versions: [version(100, 0)],
      accessions: [
        { country: PE, periods: [{ version: 1, from: 100, until: 0 }] },
        { country: MX, periods: [{ version: 1, from: 150, until: 300 }] },
        { country: CO, periods: [{ version: 1, from: 200, until: 0 }] },
      ],
      suspensions: [{ by: PE, against: CO, periods: [{ from: 250, until: 260 }] }],
    },
  ],
};

describe('arrangementsInForce', () => {
  it.each([
    ['before it has two parties', 149, []],
    ['with those that have acceded by then', 150, [['MX', 'PE']]],
    ['with all of them', 299, [['CO', 'MX', 'PE']]],
    ['without the one that has left, from the instant it leaves', 300, [['CO', 'PE']]],
  ] as const)('%s', (_, at, parties) => {
    expect(arrangementsInForce(facts, at).map((arrangement) => arrangement.parties)).toEqual(parties);
  });

  it('names a suspension between two parties only while it lasts', () => {
    expect(arrangementsInForce(facts, 250)[0]?.suspended).toEqual([['PE', 'CO']]);
    expect(arrangementsInForce(facts, 260)[0]?.suspended).toEqual([]);
  });
});
