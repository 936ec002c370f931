import { issue } from '../credentials.fixture.js';
import type { Case } from './case.fixture.js';
import { failure } from './changes.fixture.js';

export const formatCases: Case[] = [
  {
    what: 'in a known form',
    verdict: 'RECOGNISED',
    answer: ['format', 'pass', 'FORMAT_VALID'],
    present: () => issue(),
  },
  {
    what: 'that is no token',
    verdict: 'UNTRUSTED',
    answer: ['format', 'fail', 'CREDENTIAL_MALFORMED'],
    present: async () => 'hello',
  },
  {
    what: 'that is no token, without data',
    verdict: 'UNTRUSTED',
    answer: ['format', 'fail', 'CREDENTIAL_MALFORMED'],
    present: async () => 'hello',
    source: failure('BUNDLE_NOT_READY'),
  },
  {
    what: 'that is unsigned',
    verdict: 'UNTRUSTED',
    answer: ['format', 'fail', 'CREDENTIAL_FORMAT_UNSUPPORTED'],
    present: async () => ({ legalName: 'x' }),
  },
  {
    what: 'that is far too large',
    verdict: 'UNTRUSTED',
    answer: ['format', 'fail', 'CREDENTIAL_TOO_LARGE'],
    present: async () => 'x'.repeat(600_000),
  },
  {
    what: 'without algorithm',
    verdict: 'UNTRUSTED',
    answer: ['format', 'fail', 'CREDENTIAL_ALGORITHM_UNSUPPORTED'],
    present: async () =>
      (await issue()).replace(/^[^.]+/, Buffer.from('{"alg":"none","typ":"vc+jwt"}').toString('base64url')),
  },
  {
    what: 'with unknown contents',
    verdict: 'UNTRUSTED',
    answer: ['format', 'fail', 'CREDENTIAL_SCHEMA'],
    present: () => issue({ credential: { evidence: [] } }),
  },
];
