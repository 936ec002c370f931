import type { Arrangement, ArrangementVersion, OperatorRole } from '@eslabon/core';
import { operatorRoleMask } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { country } from '../testing/network.fixture.js';
import { coverageOf } from './coverage-of.js';

const terms = (label: string, roles: OperatorRole[]): ArrangementVersion => ({
  label,
  textDigest: `0x${'0'.repeat(64)}`,
  certificateTypes: 1,
  roles: operatorRoleMask(roles),
  validFrom: 0,
  validUntil: 0,
  ttl: 1,
  exp: 2,
  parties: ['CL', 'MX', 'PE'].map(country),
});
/** Accessions as `country: [version, from, until]`. */
function arrangement(
  id: number,
  versions: ArrangementVersion[],
  accessions: Record<string, [number, number, number][]>,
): Arrangement {
  return {
    id,
    versions,
    accessions: Object.entries(accessions).map(([code, periods]) => ({
      country: country(code),
      periods: periods.map(([version, from, until]) => ({ version, from, until })),
    })),
    suspensions: [],
  };
}
const ask = (arrangements: Arrangement[], roles: OperatorRole[], at = 100) =>
  coverageOf(
    { arrangements, nonces: [] },
    { issuer: country('PE'), as: country('MX'), certificateType: 'security', roles, at },
  ).map(({ id, version, parties, roles: covered }) => ({ id, version, parties, roles: covered }));

describe('coverageOf', () => {
  const open: [number, number, number][] = [[1, 0, 0]];
  const both = { PE: open, MX: open };

  it('puts the arrangement that covers most roles first', () => {
    const narrow = arrangement(1, [terms('narrow', ['EX'])], both);
    const wide = arrangement(2, [terms('wide', ['EX', 'IM', 'WH'])], both);
    expect(ask([wide, narrow], ['EX', 'IM', 'WH', 'CA'])).toEqual([
      { id: 2, version: 1, parties: ['MX', 'PE'], roles: ['IM', 'WH'] },
      { id: 1, version: 1, parties: ['MX', 'PE'], roles: ['EX'] },
    ]);
  });

  it('counts as parties those that acceded to the version in force, at the instant', () => {
    const amended = arrangement(1, [terms('first', ['EX']), terms('second', ['EX'])], {
      PE: [
        [1, 0, 0],
        [2, 50, 0],
      ],
      MX: [
        [1, 0, 0],
        [2, 100, 0],
      ],
      CL: [
        [1, 0, 0],
        [2, 50, 100],
      ],
      CO: [[2, 101, 0]],
    });
    expect(ask([amended], ['EX'])).toEqual([{ id: 1, version: 2, parties: ['MX', 'PE'], roles: ['EX'] }]);
    expect(ask([amended], ['EX'], 99)).toEqual([
      { id: 1, version: 1, parties: ['CL', 'MX', 'PE'], roles: ['EX'] },
    ]);
  });

  it('is empty when nothing is in force', () => {
    expect(ask([arrangement(1, [terms('x', ['EX'])], { PE: open })], ['EX'])).toEqual([]);
  });
});
