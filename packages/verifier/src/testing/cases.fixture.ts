import type { CheckOutcome, ErrorCode, VerdictCode } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { formatDidJwk, signCompactJws } from '@eslabon/credentials';
import type { CheckId } from '../checks/check.js';
import type { MessageCode } from '../messages/message-code.js';
import type { Policy } from '../verify/policy.js';
import type { BundleSource } from '../verify/verify-request.js';
import {
  audience,
  forge,
  holder,
  index,
  issue,
  issue11,
  issuedAt,
  nonce,
  present,
  wallet,
} from './credentials.fixture.js';
import { testKey } from './keys.fixture.js';
import type { BundleOptions, Issuing } from './network.fixture.js';
import { authorities, country, now, seconds, testBundle } from './network.fixture.js';

export interface Case {
  what: string;
  verdict: VerdictCode;
  /** The answer that the case is about. */
  answer: [CheckId, CheckOutcome, MessageCode];
  present: () => Promise<unknown>;
  bundle?: BundleOptions;
  source?: BundleSource;
  policy?: Partial<Policy>;
  at?: number;
}

const { PE, MX, EC } = authorities;
const own = `${PE.did}#delegate-1`;
const year = 31_536_000;
const key = (fragment: string, change: object) => (peru: Issuing) => {
  peru.keys = peru.keys.map((k) => (k.fragment === fragment ? { ...k, ...change } : k));
};
const record = (change: object) => (peru: Issuing) => {
  peru.record = { ...peru.record, ...change };
};
const outdated = (peru: Issuing) => {
  peru.keysCurrent = false;
  peru.changedBlock = 9;
};
const failure = (code: ErrorCode) => ({ failure: new EslabonError(code, 'The source failed.') });

const issuerCases: Case[] = [
  {
    what: 'by an admitted authority',
    verdict: 'RECOGNISED',
    answer: ['issuer', 'pass', 'ISSUER_ADMITTED'],
    present: () => issue(),
  },
  {
    what: 'by somebody who is no authority',
    verdict: 'UNTRUSTED',
    answer: ['issuer', 'fail', 'ISSUER_UNKNOWN'],
    present: () =>
      issue({
        credential: { issuer: { id: `${PE.did.slice(0, -1)}9`, name: 'SUNAT', country: 'PE' } },
        kid: `${PE.did.slice(0, -1)}9#delegate-1`,
      }),
  },
  {
    what: 'by the same address on another chain',
    verdict: 'UNTRUSTED',
    answer: ['issuer', 'fail', 'ISSUER_UNKNOWN'],
    present: () =>
      issue({
        credential: { issuer: { id: PE.did.replace('0x9e55c', '0x9e55d'), name: 'SUNAT', country: 'PE' } },
      }),
  },
  {
    what: 'read with a bundle of another chain',
    verdict: 'UNTRUSTED',
    answer: ['issuer', 'fail', 'ISSUER_UNKNOWN'],
    present: () => issue(),
    bundle: { chainId: 648541 },
  },
  {
    what: 'by an authority that claims another country',
    verdict: 'UNTRUSTED',
    answer: ['issuer', 'fail', 'ISSUER_COUNTRY'],
    present: () => issue({ credential: { issuer: { id: PE.did, name: 'SAT', country: 'MX' } } }),
  },
  {
    what: 'by an authority for a company of another country',
    verdict: 'UNTRUSTED',
    answer: ['issuer', 'fail', 'ISSUER_COUNTRY'],
    present: () => issue({ subject: { tin: 'MX20123456786' } }),
  },
  {
    what: 'signed before the authority was admitted',
    verdict: 'UNTRUSTED',
    answer: ['issuer', 'fail', 'ISSUER_NOT_ADMITTED'],
    present: () => issue(),
    bundle: { peru: record({ admittedAt: issuedAt + 301 }) },
  },
  {
    what: 'signed within the skew before the admission',
    verdict: 'RECOGNISED',
    answer: ['issuer', 'pass', 'ISSUER_ADMITTED'],
    present: () => issue(),
    bundle: { peru: record({ admittedAt: issuedAt + 300 }) },
  },
  {
    what: 'signed the second its authority was removed',
    verdict: 'UNTRUSTED',
    answer: ['issuer', 'fail', 'ISSUER_NOT_ADMITTED'],
    present: () => issue(),
    bundle: { peru: record({ removedAt: issuedAt }) },
  },
  {
    what: 'signed before its authority was removed',
    verdict: 'RECOGNISED',
    answer: ['issuer', 'pass', 'ISSUER_ADMITTED'],
    present: () => issue(),
    bundle: { peru: record({ removedAt: issuedAt + 1 }) },
  },
];

const keyCases: Case[] = [
  {
    what: 'by a delegate’s key',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue(),
  },
  {
    what: 'by an Ed25519 key',
    verdict: 'RECOGNISED',
    answer: ['signature', 'pass', 'SIGNATURE_VALID'],
    present: () => issue({ key: PE.keys['delegate-2'], kid: `${PE.did}#delegate-2` }),
  },
  {
    what: 'in VCDM 1.1 without kid, by the controller',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue11(),
  },
  {
    what: 'in VCDM 1.1 without kid, by another key',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_ALGORITHM'],
    present: () => issue11({}, PE.keys['delegate-1']),
  },
  {
    what: 'signed by Mexico in Peru’s name',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_OF_ANOTHER_ISSUER'],
    present: () => issue({ key: MX.keys['delegate-1'], kid: `${MX.did}#delegate-1` }),
  },
  {
    what: 'with a key id that only begins like the issuer',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_OF_ANOTHER_ISSUER'],
    present: () => issue({ kid: `${PE.did}0#delegate-1` }),
  },
  {
    what: 'with a bare fragment as key id',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_OF_ANOTHER_ISSUER'],
    present: () => issue({ kid: '#delegate-1' }),
  },
  {
    what: 'by a key that the issuer never had',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_UNKNOWN'],
    present: () => issue({ kid: `${PE.did}#delegate-9` }),
  },
  {
    what: 'by a key unknown while keys are not attested',
    verdict: 'UNDETERMINED',
    answer: ['key', 'unknown', 'KEYS_NOT_ATTESTED'],
    present: () => issue({ kid: `${PE.did}#delegate-9` }),
    bundle: { peru: outdated },
  },
  {
    what: 'by a known key while keys are not attested',
    verdict: 'UNDETERMINED',
    answer: ['key', 'unknown', 'KEYS_NOT_ATTESTED'],
    present: () => issue(),
    bundle: { peru: outdated },
  },
  {
    what: 'forged while keys are not attested',
    verdict: 'UNTRUSTED',
    answer: ['signature', 'fail', 'SIGNATURE_INVALID'],
    present: async () => forge(await issue()),
    bundle: { peru: outdated },
  },
  {
    what: 'with another algorithm than the key’s',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_ALGORITHM'],
    present: () => issue({ key: PE.keys['delegate-2'], kid: own }),
  },
  {
    what: 'signed later than the moment asked about',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'ISSUED_IN_FUTURE'],
    present: () => issue({ iat: now + 301 }),
  },
  {
    what: 'signed within the skew after the moment',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue({ iat: now + 300 }),
  },
  {
    what: 'by a key not yet valid',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_NOT_VALID_THEN'],
    present: () => issue(),
    bundle: { peru: key('delegate-1', { validFrom: issuedAt + 301 }) },
  },
  {
    what: 'by a key rotated out before',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_NOT_VALID_THEN'],
    present: () => issue(),
    bundle: { peru: key('delegate-1', { validUntil: issuedAt }) },
  },
  {
    what: 'by a key that may have been extended',
    verdict: 'UNDETERMINED',
    answer: ['key', 'unknown', 'KEYS_NOT_ATTESTED'],
    present: () => issue(),
    bundle: {
      peru: (peru) => {
        key('delegate-1', { validUntil: issuedAt })(peru);
        outdated(peru);
      },
    },
  },
  {
    what: 'by a key rotated out since',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue(),
    bundle: { peru: key('delegate-1', { validUntil: issuedAt + 1 }) },
  },
  {
    what: 'by a fragment that was given to another key since',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue(),
    bundle: {
      peru: (peru) => {
        key('delegate-1', { validUntil: issuedAt + 1 })(peru);
        peru.keys.push({
          fragment: 'delegate-1',
          key: testKey('ES256').publicKey,
          validFrom: issuedAt + year / 4,
          validUntil: 0,
          compromisedAt: 0,
        });
      },
    },
  },
  {
    what: 'by a key compromised before',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_COMPROMISED'],
    present: () => issue(),
    bundle: { peru: key('delegate-1', { compromisedAt: issuedAt }) },
  },
  {
    what: 'by a key compromised since',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue(),
    bundle: { peru: key('delegate-1', { compromisedAt: issuedAt + 1 }) },
  },
  {
    what: 'with a signature of nobody',
    verdict: 'UNTRUSTED',
    answer: ['signature', 'fail', 'SIGNATURE_INVALID'],
    present: async () => forge(await issue()),
  },
  {
    what: 'by another key of the same kind',
    verdict: 'UNTRUSTED',
    answer: ['signature', 'fail', 'SIGNATURE_INVALID'],
    present: () => issue({ key: MX.keys['delegate-1'] }),
  },
];

const dateCases: Case[] = [
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

const statusCases: Case[] = [
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

const arrangementCases: Case[] = [
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

const dataCases: Case[] = [
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
    what: 'with proven data',
    verdict: 'RECOGNISED',
    answer: ['bundle', 'pass', 'BUNDLE_VERIFIED'],
    present: () => issue(),
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

const formatCases: Case[] = [
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

const bound = { subject: { id: holder } };
const holderCases: Case[] = [
  {
    what: 'handed over without presentation',
    verdict: 'RECOGNISED',
    answer: ['holder', 'skip', 'NO_PRESENTATION'],
    present: () => issue(),
  },
  {
    what: 'presented by its holder',
    verdict: 'RECOGNISED',
    answer: ['holder', 'pass', 'HOLDER_PROVEN'],
    present: async () => present([await issue(bound)]),
    policy: { audience, nonce },
  },
  {
    what: 'presented although it names no holder',
    verdict: 'RECOGNISED',
    answer: ['holder', 'pass', 'HOLDER_NOT_BOUND'],
    present: async () => present([await issue()]),
  },
  {
    what: 'presented with a signature of nobody',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'HOLDER_NOT_PROVEN'],
    present: async () => forge(await present([await issue(bound)])),
  },
  {
    what: 'presented by a key that is not the holder’s',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'HOLDER_NOT_PROVEN'],
    present: async () => present([await issue(bound)], { sign: testKey('ES256').sign }),
  },
  {
    what: 'presented with another algorithm',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'HOLDER_NOT_PROVEN'],
    present: async () => present([await issue(bound)], { algorithm: 'EdDSA', sign: testKey('EdDSA').sign }),
  },
  {
    what: 'presented with another key id of the holder',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'HOLDER_NOT_PROVEN'],
    present: async () => present([await issue(bound)], { kid: `${holder}#1` }),
  },
  {
    what: 'presented by a did:jwk that is none',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'HOLDER_NOT_PROVEN'],
    present: async () => present([await issue()], { holder: 'did:jwk:e30x', kid: 'did:jwk:e30x#0' }),
  },
  {
    what: 'presented by somebody else',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'HOLDER_NOT_SUBJECT'],
    present: async () =>
      present([await issue({ subject: { id: formatDidJwk(testKey('ES256').publicKey) } })]),
  },
  {
    what: 'presented by a DID of another method',
    verdict: 'UNDETERMINED',
    answer: ['holder', 'unknown', 'HOLDER_METHOD_UNSUPPORTED'],
    present: async () =>
      present([await issue()], { holder: 'did:web:x.example', kid: 'did:web:x.example#0' }),
  },
  {
    what: 'presented to another verifier',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'PRESENTATION_FOR_ANOTHER'],
    present: async () => present([await issue(bound)]),
    policy: { audience: 'https://other.example' },
  },
  {
    what: 'presented in answer to another request',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'PRESENTATION_REPLAYED'],
    present: async () => present([await issue(bound)]),
    policy: { audience, nonce: 'n-2' },
  },
  {
    what: 'presented too long ago',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'PRESENTATION_OUT_OF_DATE'],
    present: async () => present([await issue(bound)], { expiresAt: now - 301 }),
  },
  {
    what: 'presented in the future',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'PRESENTATION_OUT_OF_DATE'],
    present: async () => present([await issue(bound)], { issuedAt: now + 301 }),
  },
  {
    what: 'presented without audience where one is asked for',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'PRESENTATION_FOR_ANOTHER'],
    present: async () =>
      signCompactJws(
        { alg: wallet.algorithm, typ: 'JWT' },
        {
          iss: holder,
          vp: {
            '@context': ['https://www.w3.org/2018/credentials/v1'],
            type: ['VerifiablePresentation'],
            verifiableCredential: [await issue11()],
          },
        },
        wallet.sign,
      ),
    policy: { audience },
  },
];

/** At least one request for every answer that a check can give. */
export const cases: readonly Case[] = [
  ...issuerCases,
  ...keyCases,
  ...dateCases,
  ...statusCases,
  ...arrangementCases,
  ...dataCases,
  ...formatCases,
  ...holderCases,
];

/** The request of a case. Mexico asks, unless the case says otherwise. */
export async function requestOf({ present: make, bundle, source, policy, at = now }: Case) {
  return {
    presented: await make(),
    source: source ?? { bundle: testBundle(bundle) },
    policy: { as: MX.country, ...policy },
    at: new Date(at * 1000),
  };
}
