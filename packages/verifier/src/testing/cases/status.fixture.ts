import { index, issue } from '../credentials.fixture.js';
import type { Case } from './case.fixture.js';

export const statusCases: Case[] = [
  {
    what: 'that is active',
    verdict: 'RECOGNISED',
    answer: ['status', 'pass', 'STATUS_ACTIVE'],
    present: () => issue(),
    bundle: { revoked: [index + 1], suspended: [index - 1] },
  },
  {
    what: 'that is suspended',
    verdict: 'SUSPENDED',
    answer: ['status', 'fail', 'STATUS_SUSPENDED'],
    present: () => issue(),
    bundle: { suspended: [index] },
  },
  {
    what: 'that is revoked',
    verdict: 'REVOKED',
    answer: ['status', 'fail', 'STATUS_REVOKED'],
    present: () => issue(),
    bundle: { revoked: [index] },
  },
  {
    what: 'that was suspended, then revoked',
    verdict: 'REVOKED',
    answer: ['status', 'fail', 'STATUS_REVOKED'],
    present: () => issue(),
    bundle: { revoked: [index], suspended: [index] },
  },
  {
    what: 'whose status is in another contract',
    verdict: 'UNDETERMINED',
    answer: ['status', 'unknown', 'STATUS_ELSEWHERE'],
    present: () => issue({ status: { contract: `0x${'e'.repeat(40)}` } }),
  },
  {
    what: 'whose status is on another chain',
    verdict: 'UNDETERMINED',
    answer: ['status', 'unknown', 'STATUS_ELSEWHERE'],
    present: () => issue({ status: { chainId: 1 } }),
  },
];
