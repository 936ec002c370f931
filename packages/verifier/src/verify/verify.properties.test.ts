import type { VerdictCode } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { requestOf } from '../testing/cases/case.fixture.js';
import { cases } from '../testing/cases.fixture.js';
import type { Issuance } from '../testing/credentials.fixture.js';
import { forge, holder, index, issue, issuedAt, present } from '../testing/credentials.fixture.js';
import type { BundleOptions } from '../testing/network.fixture.js';
import { authorities, country, now, testBundle } from '../testing/network.fixture.js';
import { verify } from './verify.js';

interface Fault {
  verdict: VerdictCode;
  issuance?: Issuance;
  bundle?: BundleOptions;
  as?: 'GT';
  forged?: true;
  nonce?: string;
}

/** What can go wrong together, from what weighs most to what weighs least. */
const faults: readonly Fault[] = [
  { verdict: 'UNTRUSTED', forged: true },
  { verdict: 'UNTRUSTED', bundle: { peru: (p) => Object.assign(p.record, { removedAt: issuedAt }) } },
  { verdict: 'UNTRUSTED', issuance: { kid: `${authorities.PE.did}#delegate-9` } },
  { verdict: 'UNTRUSTED', nonce: 'another' },
  { verdict: 'UNDETERMINED', issuance: { status: { chainId: 1 } } },
  { verdict: 'REVOKED', bundle: { revoked: [index] } },
  { verdict: 'EXPIRED', issuance: { credential: { validUntil: '2026-05-01T00:00:00Z' } } },
  { verdict: 'UNDETERMINED', bundle: { timestamp: now - 30 * 86_400 } },
  { verdict: 'SUSPENDED', bundle: { suspended: [index] } },
  { verdict: 'NOT_YET_VALID', issuance: { certificate: { effectiveDate: '2026-09-01' } } },
  { verdict: 'NOT_COVERED', as: 'GT' },
];

describe('verify', () => {
  it('gives the weightiest verdict for every combination of faults', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(faults as Fault[]), async (found) => {
        const issuance = Object.assign({ subject: { id: holder } }, ...found.map((f) => f.issuance ?? {}));
        const credential = await issue(issuance);
        const result = verify({
          presented: await present([found.some((f) => f.forged) ? forge(credential) : credential]),
          source: { bundle: testBundle(Object.assign({}, ...found.map((f) => f.bundle ?? {}))) },
          policy: {
            as: country(found.find((f) => f.as)?.as ?? 'MX'),
            nonce: found.find((f) => f.nonce)?.nonce ?? 'n-1',
          },
          at: new Date(now * 1000),
        });
        // A status kept elsewhere is not looked up: what the bundle says of it does not count.
        expect(result.verdict).toBe(found[0]?.verdict ?? 'RECOGNISED');
      }),
      { numRuns: 150 },
    );
  });

  it('answers the same for the same request and changes nothing in it', async () => {
    for (const aCase of cases) {
      const request = await requestOf(aCase);
      const before = snapshot(request);
      freeze(request);
      const first = verify(request);
      expect(verify(request)).toEqual(first);
      expect(snapshot(request)).toBe(before);
    }
  });

  it('answers whatever is presented, and never recognises it', () => {
    const source = { bundle: testBundle() };
    const thing = fc.oneof(fc.string(), fc.anything({ withBigInt: true, withDate: true, withMap: true }));
    fc.assert(
      fc.property(thing, (presented) => {
        const { verdict, checks } = verify({
          presented,
          source,
          policy: { as: authorities.MX.country },
          at: new Date(now * 1000),
        });
        expect(verdict).toBe('UNTRUSTED');
        expect(checks).toHaveLength(11);
      }),
      { numRuns: 300 },
    );
  });

  it('never recognises a token with one character changed', async () => {
    const token = await issue();
    const source = { bundle: testBundle() };
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'Ab9_.'), (at, character) => {
        fc.pre(token[at] !== character);
        const presented = token.slice(0, at) + character + token.slice(at + 1);
        const { verdict } = verify({
          presented,
          source,
          policy: { as: authorities.MX.country },
          at: new Date(now * 1000),
        });
        expect(verdict).toBe('UNTRUSTED');
      }),
      { numRuns: 200 },
    );
  });
});

/** Everything in a request as text, maps and bytes included. */
function snapshot(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) => {
    if (member instanceof Map) return [...member];
    return typeof member === 'bigint' ? `${member}n` : member;
  });
}

/** Makes every object and list in a request refuse to be changed. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return;
  Object.freeze(value);
  for (const member of value instanceof Map ? value.values() : Object.values(value)) freeze(member);
}
