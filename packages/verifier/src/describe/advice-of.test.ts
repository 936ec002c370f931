import { verdicts } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { requestOf } from '../testing/cases/case.fixture.js';
import { cases } from '../testing/cases.fixture.js';
import { index } from '../testing/credentials.fixture.js';
import { delegate, presentFor, status } from '../testing/delegations.fixture.js';
import { authorities, now, testBundle } from '../testing/network.fixture.js';
import { verify } from '../verify/verify.js';
import { adviceCodes, adviceOf } from './advice-of.js';

const verdictOn = (presented: unknown, suspended: number[] = []) =>
  verify({
    presented,
    source: { bundle: testBundle({ suspended }) },
    policy: { as: authorities.MX.country },
    at: new Date(now * 1000),
  });

describe('adviceOf', () => {
  it('is on the verdict of every case, but for what is wrong with an authorisation alone', async () => {
    const own = adviceCodes.filter((code) => !(verdicts as readonly string[]).includes(code));
    const seen = new Set<string>();
    for (const example of cases) {
      const verdict = verify(await requestOf(example));
      const code = verdict.reasons[0]?.code ?? '';
      const failed = verdict.checks.filter(({ outcome }) => outcome === 'fail').length;
      const expected = own.find((known) => known === code && failed < 2) ?? verdict.verdict;
      expect([example.what, adviceOf(verdict)]).toEqual([example.what, expected]);
      seen.add(expected);
    }
    expect([...seen].sort()).toEqual([...adviceCodes].sort());
  });

  it('is on the verdict where an authorisation has ended and the certificate is not good either', async () => {
    const ended = await presentFor(await delegate({ validUntil: now - 301 }));
    expect(adviceOf(verdictOn(ended))).toBe('DELEGATION_EXPIRED');
    expect(adviceOf(verdictOn(ended, [index]))).toBe('UNTRUSTED');
    const unchecked = await presentFor(await delegate({ status }));
    expect(adviceOf(verdictOn(unchecked))).toBe('DELEGATION_STATUS_UNKNOWN');
    expect(adviceOf(verdictOn(unchecked, [index]))).toBe('SUSPENDED');
  });
});
