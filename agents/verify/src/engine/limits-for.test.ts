import type { Arrangement, ArrangementVersion, Country } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { limitsFor } from './limits-for.js';

const terms = (ttl: number, exp: number) => ({ ttl, exp }) as ArrangementVersion;

function arrangement(versions: ArrangementVersion[], periods: [number, number, number][]): Arrangement {
  return {
    id: 1,
    versions,
    accessions: [
      {
        country: 'MX' as Country,
        periods: periods.map(([version, from, until]) => ({ version, from, until })),
      },
    ],
    suspensions: [],
  };
}

const limits = (arrangements: Arrangement[], country = 'MX', at = 100) =>
  limitsFor({ arrangements, nonces: [] }, country as Country, at);

describe('limitsFor', () => {
  it('takes the shortest of each among the arrangements that the country is in', () => {
    const two = [arrangement([terms(50, 400)], [[1, 0, 0]]), arrangement([terms(60, 300)], [[1, 0, 0]])];
    expect(limits(two)).toEqual({ ttl: 50, exp: 300, arrangements: 2 });
  });

  it('counts a version from its first second to before its last, and no other', () => {
    const amended = arrangement(
      [terms(1, 10), terms(2, 20)],
      [
        [1, 0, 100],
        [2, 100, 0],
      ],
    );
    expect(limits([amended], 'MX', 99)).toMatchObject({ ttl: 1, exp: 10 });
    expect(limits([amended], 'MX', 100)).toMatchObject({ ttl: 2, exp: 20 });
  });

  it('falls back to a day and a week for a country that is in none', () => {
    const left = arrangement([terms(1, 10)], [[1, 0, 50]]);
    for (const given of [limits([]), limits([left]), limits([left], 'PE', 10)]) {
      expect(given).toEqual({ ttl: 86_400, exp: 604_800, arrangements: 0 });
    }
  });
});
