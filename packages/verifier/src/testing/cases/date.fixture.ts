import { issue } from '../credentials.fixture.js';
import { seconds } from '../network.fixture.js';
import type { Case } from './case.fixture.js';

export const dateCases: Case[] = [
  {
    what: 'within its dates',
    verdict: 'RECOGNISED',
    answer: ['dates', 'pass', 'IN_DATE'],
    present: () => issue(),
  },
  {
    what: 'a second past the skew after its end',
    verdict: 'EXPIRED',
    answer: ['dates', 'fail', 'EXPIRED'],
    present: () => issue({ credential: { validUntil: '2026-06-01T11:54:59Z' } }),
  },
  {
    what: 'within the skew after its end',
    verdict: 'RECOGNISED',
    answer: ['dates', 'pass', 'IN_DATE'],
    present: () => issue({ credential: { validUntil: '2026-06-01T11:55:00Z' } }),
  },
  {
    what: 'a second more than the skew before its start',
    verdict: 'NOT_YET_VALID',
    answer: ['dates', 'fail', 'NOT_YET_VALID'],
    present: () => issue({ credential: { validFrom: '2026-06-01T12:05:01Z' } }),
  },
  {
    what: 'within the skew before its start',
    verdict: 'RECOGNISED',
    answer: ['dates', 'pass', 'IN_DATE'],
    present: () => issue({ credential: { validFrom: '2026-06-01T12:05:00Z' } }),
  },
  {
    what: 'whose certificate’s last day is over everywhere',
    verdict: 'EXPIRED',
    answer: ['dates', 'fail', 'EXPIRED'],
    present: () =>
      issue({ credential: { validUntil: undefined }, certificate: { validUntil: '2026-05-30' } }),
  },
  {
    what: 'whose certificate’s last day is not over everywhere',
    verdict: 'RECOGNISED',
    answer: ['dates', 'pass', 'IN_DATE'],
    present: () => issue({ certificate: { validUntil: '2026-05-31' } }),
  },
  {
    what: 'whose certificate has begun somewhere',
    verdict: 'RECOGNISED',
    answer: ['dates', 'pass', 'IN_DATE'],
    present: () => issue({ certificate: { effectiveDate: '2026-06-02' } }),
  },
  {
    what: 'whose certificate has not begun anywhere',
    verdict: 'NOT_YET_VALID',
    answer: ['dates', 'fail', 'NOT_YET_VALID'],
    present: () => issue({ certificate: { effectiveDate: '2026-06-03' } }),
  },
  {
    what: 'asked about as of before its start',
    verdict: 'NOT_YET_VALID',
    answer: ['dates', 'fail', 'NOT_YET_VALID'],
    present: () => issue(),
    at: seconds('2026-01-06T00:00:00Z'),
    bundle: { timestamp: seconds('2026-01-05T23:50:00Z') },
  },
];
