import { describe, expect, it } from '@jest/globals';
import { shareOut, world } from './administrations.js';
import { cadenaAgreements, unionAgreements, worldAgreements } from './agreements.js';
import { scenarios } from './scenarios.js';
import { planStatuses } from './statuses.js';

const bitsOf = (words: ReadonlyMap<number, bigint>): number =>
  [...words.values()].reduce((sum, word) => sum + word.toString(2).replaceAll('0', '').length, 0);

describe('the networks whose bundles are measured', () => {
  it.each(Object.values(scenarios))(
    '$name: all certificates have an issuer',
    ({ administrations, certificates }) => {
      const shares = shareOut(certificates, administrations);
      expect([...shares.keys()]).toEqual(administrations);
      expect([...shares.values()].reduce((a, b) => a + b)).toBe(certificates);
      expect(Math.min(...shares.values())).toBeGreaterThan(0);
    },
  );

  it('have 8, 27 and 97 different administrations', () => {
    const counts = Object.values(scenarios).map(({ administrations }) => new Set(administrations).size);
    expect(counts).toEqual([8, 27, 97]);
  });

  it('have 2 % of their certificates revoked and other 0.5 % suspended', () => {
    let [revoked, suspended] = [0, 0];
    for (const [country, count] of shareOut(200_000, world)) {
      const statuses = planStatuses(country, count);
      revoked += bitsOf(statuses.revoked);
      suspended += bitsOf(statuses.suspended);
      for (const [word, bits] of statuses.suspended) {
        expect(bits & (statuses.revoked.get(word) ?? 0n)).toBe(0n);
        expect(word).toBeLessThanOrEqual((count - 1) >> 8);
      }
    }
    expect(revoked).toBeGreaterThan(3950);
    expect(revoked).toBeLessThan(4050);
    expect(suspended).toBeGreaterThan(950);
    expect(suspended).toBeLessThan(1050);
  });

  it.each([
    ['CADENA', cadenaAgreements(), 5],
    ['the Union', unionAgreements(), 7],
    ['the world', worldAgreements(), 91],
  ])('agree as %s does, each party once and in order', (_whose, agreements, count) => {
    expect(agreements).toHaveLength(count);
    for (const { terms, acceded } of agreements) {
      expect(terms.parties).toEqual([...new Set(terms.parties)].sort());
      expect(acceded.length).toBeGreaterThan(0);
      for (const country of acceded) expect(terms.parties).toContain(country);
      expect(Buffer.byteLength(terms.label)).toBeLessThanOrEqual(32);
    }
  });
});
