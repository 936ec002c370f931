import { issue } from '../credentials.fixture.js';
import { authorities, country, now } from '../network.fixture.js';
import type { Case } from './case.fixture.js';

const { PE, MX, EC } = authorities;

export const arrangementCases: Case[] = [
  {
    what: 'that an arrangement covers',
    verdict: 'RECOGNISED',
    answer: ['arrangement', 'pass', 'COVERED'],
    present: () => issue(),
  },
  {
    what: 'that an arrangement covers for one of two roles',
    verdict: 'RECOGNISED',
    answer: ['arrangement', 'pass', 'COVERED_IN_PART'],
    present: () => issue(),
    policy: { as: EC.country },
  },
  {
    what: 'asked about by its own country',
    verdict: 'RECOGNISED',
    answer: ['arrangement', 'pass', 'OWN_CERTIFICATE'],
    present: () => issue(),
    policy: { as: PE.country },
  },
  {
    what: 'of a type that is not covered',
    verdict: 'NOT_COVERED',
    answer: ['arrangement', 'fail', 'NOT_COVERED'],
    present: () => issue({ certificate: { certificateType: 'compliance' } }),
  },
  {
    what: 'of roles that are not covered',
    verdict: 'NOT_COVERED',
    answer: ['arrangement', 'fail', 'NOT_COVERED'],
    present: () => issue({ certificate: { operatorRoles: ['WH'] } }),
    policy: { as: EC.country },
  },
  {
    what: 'in a country without an arrangement',
    verdict: 'NOT_COVERED',
    answer: ['arrangement', 'fail', 'NOT_COVERED'],
    present: () => issue(),
    policy: { as: country('GT') },
  },
  {
    what: 'in a country that signed and did not accede',
    verdict: 'NOT_COVERED',
    answer: ['arrangement', 'fail', 'NOT_COVERED'],
    present: () => issue(),
    policy: { as: country('BO') },
  },
  {
    what: 'after recognition was suspended',
    verdict: 'NOT_COVERED',
    answer: ['arrangement', 'fail', 'NOT_COVERED'],
    present: () => issue(),
    bundle: {
      arrangements: ([pacific]) =>
        pacific?.suspensions.push({
          by: MX.country,
          against: PE.country,
          periods: [{ from: now, until: 0 }],
        }),
    },
  },
];
