import { index, issue } from '../credentials.fixture.js';
import { authorities, now } from '../network.fixture.js';
import type { Case } from './case.fixture.js';
import { failure, year } from './changes.fixture.js';

const { PE, EC } = authorities;

export const dataCases: Case[] = [
  {
    what: 'with fresh data',
    verdict: 'RECOGNISED',
    answer: ['freshness', 'pass', 'DATA_FRESH'],
    present: () => issue(),
    bundle: { timestamp: now - 86_400 },
  },
  {
    what: 'with data past the arrangement’s ttl',
    verdict: 'RECOGNISED',
    answer: ['freshness', 'pass', 'DATA_AGEING'],
    present: () => issue(),
    bundle: { timestamp: now - 86_401 },
  },
  {
    what: 'with data as old as the arrangement allows',
    verdict: 'RECOGNISED',
    answer: ['freshness', 'pass', 'DATA_AGEING'],
    present: () => issue(),
    bundle: { timestamp: now - 3 * 86_400 },
  },
  {
    what: 'with data older than the arrangement allows',
    verdict: 'UNDETERMINED',
    answer: ['freshness', 'unknown', 'DATA_STALE'],
    present: () => issue(),
    bundle: { timestamp: now - 3 * 86_400 - 1 },
  },
  {
    what: 'with data too old for a stricter arrangement',
    verdict: 'UNDETERMINED',
    answer: ['freshness', 'unknown', 'DATA_STALE'],
    present: () => issue(),
    bundle: { timestamp: now - 7_201 },
    policy: { as: EC.country },
  },
  {
    what: 'with the verifier’s own limits for its own certificates',
    verdict: 'UNDETERMINED',
    answer: ['freshness', 'unknown', 'DATA_STALE'],
    present: () => issue(),
    bundle: { timestamp: now - 61 },
    policy: { as: PE.country, defaultFreshness: { ttl: 30, exp: 60 } },
  },
  {
    what: 'with data of after the moment',
    verdict: 'UNDETERMINED',
    answer: ['freshness', 'unknown', 'DATA_NEWER_THAN_INSTANT'],
    present: () => issue(),
    bundle: { timestamp: now + 301 },
  },
  {
    what: 'revoked, by data of after the moment: it may not have been revoked then',
    verdict: 'UNDETERMINED',
    answer: ['freshness', 'unknown', 'DATA_NEWER_THAN_INSTANT'],
    present: () => issue(),
    bundle: { timestamp: now + 301, revoked: [index] },
  },
  {
    what: 'with data within the skew after the moment',
    verdict: 'RECOGNISED',
    answer: ['freshness', 'pass', 'DATA_FRESH'],
    present: () => issue(),
    bundle: { timestamp: now + 300 },
  },
  {
    what: 'revoked, by data that are too old',
    verdict: 'REVOKED',
    answer: ['status', 'fail', 'STATUS_REVOKED'],
    present: () => issue(),
    bundle: { timestamp: now - year, revoked: [index] },
  },
  {
    what: 'suspended, by data that are too old',
    verdict: 'UNDETERMINED',
    answer: ['status', 'fail', 'STATUS_SUSPENDED'],
    present: () => issue(),
    bundle: { timestamp: now - year / 12, suspended: [index] },
  },
  {
    what: 'with data that an authority attests',
    verdict: 'RECOGNISED',
    answer: ['bundle', 'pass', 'BUNDLE_ATTESTED'],
    present: () => issue(),
  },
  {
    what: 'with data that four validators seal',
    verdict: 'RECOGNISED',
    answer: ['bundle', 'pass', 'BUNDLE_SEALED'],
    present: () => issue(),
    bundle: { validators: 4 },
  },
  {
    what: 'with data that three validators seal, who do not withstand a dishonest one',
    verdict: 'RECOGNISED',
    answer: ['bundle', 'pass', 'BUNDLE_SEALED_BY_FEW'],
    present: () => issue(),
    bundle: { validators: 3 },
  },
  ...(
    [
      'BUNDLE_NOT_READY',
      'BUNDLE_MALFORMED',
      'BUNDLE_TOO_LARGE',
      'BUNDLE_VERSION',
      'BUNDLE_CHAIN',
      'BUNDLE_ATTESTATION',
      'BUNDLE_ATTESTOR_UNKNOWN',
      'BUNDLE_STORAGE_ROOT',
      'BUNDLE_TRUST_MODE',
      'BUNDLE_SEALS',
      'BUNDLE_VALIDATORS',
      'BUNDLE_CHECKPOINT',
      'BUNDLE_CHECKPOINT_EXPIRED',
      'BUNDLE_FUTURE',
    ] as const
  ).map(
    (code): Case => ({
      what: `while the source answers ${code}`,
      verdict: 'UNDETERMINED',
      answer: ['bundle', 'unknown', code],
      present: () => issue(),
      source: failure(code),
    }),
  ),
  {
    what: 'without data, signature not checked',
    verdict: 'UNDETERMINED',
    answer: ['signature', 'skip', 'NOT_CHECKED'],
    present: () => issue(),
    source: failure('BUNDLE_NOT_READY'),
  },
];
