import type { CheckOutcome, VerdictCode } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CheckId } from '../checks/check.js';
import { checks } from '../checks/checks.js';
import { decideVerdict } from './decide-verdict.js';

const ids = checks.map(({ id }) => id);
type Answers = Partial<Record<CheckId, [CheckOutcome, string]>>;

/** Everything passes, but for the answers given. */
function decide(answers: Answers): VerdictCode {
  return decideVerdict(
    ids.map((id) => {
      const [outcome, code] = answers[id] ?? (['pass', 'X'] as const);
      return { id, outcome, code };
    }),
  ).verdict;
}

/** What may be wrong, from what weighs most to what weighs least. */
const wrong: readonly [VerdictCode, Answers][] = [
  ['UNTRUSTED', { format: ['fail', 'X'] }],
  ['UNTRUSTED', { issuer: ['fail', 'X'] }],
  ['UNTRUSTED', { key: ['fail', 'X'] }],
  ['UNTRUSTED', { signature: ['fail', 'X'] }],
  ['UNTRUSTED', { holder: ['fail', 'X'] }],
  ['UNTRUSTED', { delegation: ['fail', 'X'] }],
  ['UNDETERMINED', { bundle: ['unknown', 'X'] }],
  ['UNDETERMINED', { issuer: ['unknown', 'X'] }],
  ['UNDETERMINED', { key: ['unknown', 'X'] }],
  ['UNDETERMINED', { status: ['unknown', 'X'] }],
  ['UNDETERMINED', { holder: ['unknown', 'X'] }],
  ['UNDETERMINED', { freshness: ['unknown', 'DATA_NEWER_THAN_INSTANT'] }],
  ['REVOKED', { status: ['fail', 'STATUS_REVOKED'] }],
  ['EXPIRED', { dates: ['fail', 'EXPIRED'] }],
  ['UNDETERMINED', { freshness: ['unknown', 'X'] }],
  ['SUSPENDED', { status: ['fail', 'STATUS_SUSPENDED'] }],
  ['NOT_YET_VALID', { dates: ['fail', 'NOT_YET_VALID'] }],
  ['NOT_COVERED', { arrangement: ['fail', 'X'] }],
  ['UNDETERMINED', { delegation: ['unknown', 'X'] }],
];

describe('decideVerdict', () => {
  it('recognises when everything passed, presented or not', () => {
    expect(decide({})).toBe('RECOGNISED');
    expect(decide({ delegation: ['skip', 'NO_DELEGATION'] })).toBe('RECOGNISED');
    const unpresented = {
      holder: ['skip', 'NO_PRESENTATION'],
      delegation: ['skip', 'NO_DELEGATION'],
    } as const;
    expect(decide({ ...unpresented } as Answers)).toBe('RECOGNISED');
  });

  it('does not recognise what a delegate presents unless both checks passed', () => {
    expect(decide({ holder: ['skip', 'NO_PRESENTATION'] })).toBe('UNDETERMINED');
    const answers: Answers = {
      holder: ['pass', 'HOLDER_IS_DELEGATE'],
      delegation: ['skip', 'NO_DELEGATION'],
    };
    expect(decide(answers)).toBe('UNDETERMINED');
    expect(decide({ holder: ['pass', 'HOLDER_IS_DELEGATE'] })).toBe('RECOGNISED');
  });

  it.each(wrong)('is %s for %o alone', (verdict, answers) => {
    expect(decide(answers)).toBe(verdict);
  });

  it('follows the order of weight for every set of things that are wrong', () => {
    fc.assert(
      fc.property(fc.subarray(wrong as [VerdictCode, Answers][], { minLength: 1 }), (found) => {
        // Of two answers of one check the weightier stands.
        const answers = Object.assign({}, ...found.map(([, a]) => a).reverse()) as Answers;
        expect(decide(answers)).toBe(found[0]?.[0]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never recognises unless every check passed that must, and never what is not trusted', () => {
    const outcome = fc.constantFrom<CheckOutcome>('pass', 'fail', 'skip', 'unknown');
    const code = fc.constantFrom(
      ...['X', 'EXPIRED', 'NOT_YET_VALID', 'STATUS_REVOKED', 'STATUS_SUSPENDED', 'HOLDER_IS_DELEGATE'],
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(outcome, code), { minLength: 11, maxLength: 11 }), (given) => {
        const answers = Object.fromEntries(ids.map((id, at) => [id, given[at]])) as Record<
          CheckId,
          [CheckOutcome, string]
        >;
        const verdict = decide(answers);
        const trust: CheckId[] = ['format', 'issuer', 'key', 'signature', 'holder', 'delegation'];
        if (trust.some((id) => answers[id][0] === 'fail')) expect(verdict).toBe('UNTRUSTED');
        else expect(verdict).not.toBe('UNTRUSTED');
        const { holder, delegation } = answers;
        const always = ids.filter((id) => id !== 'holder' && id !== 'delegation');
        const delegated = delegation[0] !== 'skip' || holder[1] === 'HOLDER_IS_DELEGATE';
        const mayAct = delegated
          ? holder[0] === 'pass' && delegation[0] === 'pass'
          : holder[0] === 'pass' || holder[0] === 'skip';
        const all = always.every((id) => answers[id][0] === 'pass') && mayAct;
        expect(verdict === 'RECOGNISED').toBe(all);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not recognise what a check is missing for', () => {
    for (const id of ids.filter((i) => i !== 'holder' && i !== 'delegation')) {
      expect(
        decideVerdict(ids.filter((i) => i !== id).map((i) => ({ id: i, outcome: 'pass', code: 'X' }))),
      ).toEqual({
        verdict: 'UNDETERMINED',
        because: [id],
      });
    }
  });

  it('names what could not be checked, and not what was skipped', () => {
    const answers = ids.map((id) => {
      const outcome = id === 'delegation' ? 'unknown' : id === 'arrangement' ? 'skip' : 'pass';
      return { id, outcome, code: 'X' } as const;
    });
    expect(decideVerdict(answers)).toEqual({ verdict: 'UNDETERMINED', because: ['delegation'] });
  });

  it('names the checks that decided', () => {
    const answers = ids.map(
      (id) => ({ id, outcome: id === 'issuer' || id === 'holder' ? 'fail' : 'pass', code: 'X' }) as const,
    );
    expect(decideVerdict(answers).because).toEqual(['issuer', 'holder']);
  });
});
