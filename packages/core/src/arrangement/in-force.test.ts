import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CertificateType } from '../certificate/certificate-type.js';
import { everyRole, operatorRoleMask } from '../certificate/operator-role.js';
import type { Arrangement, ArrangementFacts, ArrangementVersion } from '../facts/registry-facts.js';
import type { Country } from '../identifiers/country.js';
import type { Hash } from '../identifiers/hex.js';
import { type InForceQuestion, inForce } from './in-force.js';

const [PE, CO, MX] = ['PE', 'CO', 'MX'] as [Country, Country, Country];
const question: InForceQuestion = { a: PE, b: CO, certificateType: 'security', role: 'EX', at: 500 };

function terms(change: Partial<ArrangementVersion> = {}): ArrangementVersion {
  return {
    label: 'test',
    textDigest: `0x${'00'.repeat(32)}` as Hash,
    certificateTypes: 5,
    roles: operatorRoleMask(['EX', 'IM']),
    validFrom: 100,
    validUntil: 0,
    ttl: 60,
    exp: 600,
    parties: [PE, CO, MX],
    ...change,
  };
}

/** An arrangement whose versions PE and CO have all acceded to at 100. */
function arrangement(change: Partial<Arrangement> = {}): Arrangement {
  const versions = change.versions ?? [terms()];
  const periods = versions.map((_, index) => ({ version: index + 1, from: 100, until: 0 }));
  return {
    id: 1,
    versions,
    accessions: [PE, CO].map((country) => ({ country, periods })),
    suspensions: [],
    ...change,
  };
}

const answer = (arrangements: Arrangement[], change: Partial<InForceQuestion> = {}) => {
  const found = inForce({ arrangements, nonces: [] }, { ...question, ...change });
  return found && [found.arrangement, found.version];
};

describe('inForce', () => {
  it('answers the arrangement, its version and the terms', () => {
    const only = arrangement();
    expect(inForce({ arrangements: [only], nonces: [] }, question)).toEqual({
      arrangement: 1,
      version: 1,
      terms: only.versions[0],
    });
  });

  it.each<[string, Partial<InForceQuestion>]>([
    ['before it is valid', { at: 99 }],
    ['for a certificate type it does not cover', { certificateType: 'compliance' }],
    ['for a role it does not cover', { role: 'CB' }],
    ['for a country that has not acceded', { b: MX }],
    ['for one country twice', { b: PE }],
  ])('finds nothing %s', (_, change) => {
    expect(answer([arrangement()], change)).toBeUndefined();
  });

  it('ends at the instant of validUntil, not a second later', () => {
    const ending = [arrangement({ versions: [terms({ validUntil: 600 })] })];
    expect(answer(ending, { at: 599 })).toEqual([1, 1]);
    expect(answer(ending, { at: 600 })).toBeUndefined();
  });

  it('ends when a party has withdrawn, and holds again when it returns', () => {
    const periods = [
      { version: 1, from: 100, until: 300 },
      { version: 1, from: 700, until: 0 },
    ];
    const left = arrangement();
    left.accessions[1] = { country: CO, periods };
    expect(answer([left], { at: 299 })).toEqual([1, 1]);
    expect(answer([left], { at: 300 })).toBeUndefined();
    expect(answer([left], { at: 700 })).toEqual([1, 1]);
  });

  it.each([
    [PE, CO],
    [CO, PE],
  ])('is blocked while %s suspends %s, whoever asks', (by, against) => {
    const suspended = [arrangement({ suspensions: [{ by, against, periods: [{ from: 400, until: 600 }] }] })];
    expect(answer(suspended, { at: 399 })).toEqual([1, 1]);
    expect(answer(suspended, { at: 400 })).toBeUndefined();
    expect(answer(suspended, { at: 599, a: CO, b: PE })).toBeUndefined();
    expect(answer(suspended, { at: 600 })).toEqual([1, 1]);
  });

  it('is not blocked by the suspension of another pair', () => {
    const other = [{ by: PE, against: MX, periods: [{ from: 0, until: 0 }] }];
    expect(answer([arrangement({ suspensions: other })])).toEqual([1, 1]);
  });

  it('turns to another arrangement when one is suspended', () => {
    const suspensions = [{ by: PE, against: CO, periods: [{ from: 0, until: 0 }] }];
    expect(answer([arrangement({ suspensions }), arrangement({ id: 2 })])).toEqual([2, 1]);
  });

  it('takes the highest version both have acceded to', () => {
    const three = arrangement({ versions: [terms(), terms(), terms()] });
    three.accessions[1] = {
      country: CO,
      periods: [1, 2].map((version) => ({ version, from: 100, until: 0 })),
    };
    three.accessions[0] = {
      country: PE,
      periods: [1, 2, 3].map((version) => ({ version, from: 100, until: 0 })),
    };
    expect(answer([three])).toEqual([1, 2]);
  });

  it('takes the lowest arrangement, whatever their order', () => {
    expect(answer([arrangement({ id: 7 }), arrangement({ id: 3 })])).toEqual([3, 1]);
  });
});

const instant = fc.integer({ min: 0, max: 12 });
const country = fc.constantFrom(PE, CO, MX);
const period = fc.record({ from: instant, until: instant });
const randomArrangement = (id: number) =>
  fc.record({
    id: fc.constant(id),
    versions: fc.array(
      fc
        .record({
          certificateTypes: fc.nat(7),
          roles: fc.constantFrom(0, 1, 3, everyRole),
          validFrom: instant,
          validUntil: instant,
        })
        .map(terms),
      { maxLength: 3 },
    ),
    accessions: fc.uniqueArray(
      fc.record({
        country,
        periods: fc.array(
          fc.record({ version: fc.integer({ min: 1, max: 4 }), from: instant, until: instant }),
        ),
      }),
      { selector: (a) => a.country },
    ),
    suspensions: fc.array(
      fc.record({ by: country, against: country, periods: fc.array(period, { maxLength: 2 }) }),
      {
        maxLength: 2,
      },
    ),
  });
const facts: fc.Arbitrary<ArrangementFacts> = fc
  .tuple(randomArrangement(1), randomArrangement(2))
  .map((arrangements) => ({ arrangements, nonces: [] }));
const anyQuestion = fc.record({
  a: country,
  b: country,
  certificateType: fc.constantFrom<CertificateType>('security', 'compliance', 'full'),
  role: fc.constantFrom('IM' as const, 'EX' as const, 'CB' as const),
  at: instant,
});

describe('inForce, for any facts', () => {
  it('answers both parties alike', () => {
    fc.assert(
      fc.property(facts, anyQuestion, (f, q) => {
        expect(inForce(f, { ...q, a: q.b, b: q.a })).toEqual(inForce(f, q));
      }),
      { numRuns: 500 },
    );
  });

  it('never makes a country recognise itself', () => {
    fc.assert(
      fc.property(facts, anyQuestion, (f, q) => {
        expect(inForce(f, { ...q, b: q.a })).toBeUndefined();
      }),
    );
  });

  it('answers nothing of arrangements that the pair suspended for good', () => {
    fc.assert(
      fc.property(facts, anyQuestion, (f, q) => {
        const suspended = f.arrangements.map((one) => ({
          ...one,
          suspensions: [...one.suspensions, { by: q.a, against: q.b, periods: [{ from: 0, until: 0 }] }],
        }));
        expect(inForce({ ...f, arrangements: suspended }, q)).toBeUndefined();
      }),
    );
  });
});
