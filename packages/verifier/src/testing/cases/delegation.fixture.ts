import type { Purpose } from '@eslabon/core';
import { createVpJwt, formatDidJwk } from '@eslabon/credentials';
import { audience, forge, holder, index, issue, nonce, wallet } from '../credentials.fixture.js';
import {
  certificate,
  delegate,
  driver,
  driverDid,
  partsOf,
  presentAnything,
  presentFor,
  purpose,
  sdJwtCertificate,
  signed,
  status,
  statusList,
} from '../delegations.fixture.js';
import { testKey } from '../keys.fixture.js';
import { now } from '../network.fixture.js';
import type { Case } from './case.fixture.js';
import { failure } from './changes.fixture.js';

const policy = { audience, nonce, purpose };
const stranger = testKey('ES256');
const strangerDid = formatDidJwk(stranger.publicKey);
type Options = Parameters<typeof delegate>[0];

/** A company that signs, in place of the one that the certificate is about. */
async function delegateOfStranger(): Promise<string> {
  const [header, payload] = partsOf(await delegate());
  const theirs = { ...payload, issuer: strangerDid, iss: strangerDid };
  return signed(stranger.sign, { ...header, kid: `${strangerDid}#0` }, theirs);
}

const valid = (what: string, present: Case['present'], more: Partial<Case> = {}): Case => ({
  ...{ what, verdict: 'RECOGNISED', answer: ['delegation', 'pass', 'DELEGATION_VALID'], present, policy },
  ...more,
});

const refused = (
  what: string,
  code: Case['answer'][2],
  present: Case['present'],
  more: Partial<Case> = {},
): Case => ({
  ...{ what, verdict: 'UNTRUSTED', answer: ['delegation', 'fail', code], present, policy },
  ...more,
});

const unknown = (what: string, present: Case['present'], more: Partial<Case> = {}): Case => ({
  ...{ what, verdict: 'UNDETERMINED', present, policy },
  answer: ['delegation', 'unknown', 'DELEGATION_STATUS_UNKNOWN'],
  ...more,
});

const made = (options: Options) => async () => presentFor(await delegate(options));
const withStatus =
  (list: () => Promise<string>, options: Options = {}) =>
  async () =>
    presentAnything(await delegate({ status, ...options }), { delegationStatus: await list() });

const bearerCases: Case[] = [
  {
    what: 'presented by a delegate',
    verdict: 'RECOGNISED',
    answer: ['holder', 'pass', 'HOLDER_IS_DELEGATE'],
    present: made({}),
    policy,
  },
  {
    what: 'presented by somebody else than the delegate',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'HOLDER_NOT_DELEGATE'],
    present: async () => presentAnything(await delegate({ delegate: strangerDid })),
    policy,
  },
  {
    what: 'presented by a delegate in answer to another request',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'PRESENTATION_REPLAYED'],
    present: made({}),
    policy: { ...policy, nonce: 'n-2' },
  },
  {
    what: 'presented by a delegate to another verifier',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'PRESENTATION_FOR_ANOTHER'],
    present: made({}),
    policy: { ...policy, audience: 'https://other.example' },
  },
  {
    what: 'presented by a delegate too long ago',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'PRESENTATION_OUT_OF_DATE'],
    present: async () => presentFor(await delegate(), { expiresAt: now - 301 }),
    policy,
  },
  {
    what: 'presented under the name of the delegate by a key that is not the delegate’s',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'HOLDER_NOT_PROVEN'],
    present: async () => presentFor(await delegate(), { sign: stranger.sign }),
    policy,
  },
  {
    what: 'presented by its holder, where a delegation would have to be for something',
    verdict: 'RECOGNISED',
    answer: ['delegation', 'skip', 'NO_DELEGATION'],
    present: async () =>
      createVpJwt({
        ...{ holder, kid: `${holder}#0`, algorithm: wallet.algorithm, audience, nonce },
        ...{ credentials: [await certificate()], issuedAt: now, sign: wallet.sign },
      }),
    policy,
  },
  {
    what: 'a delegation that is handed over without presentation',
    verdict: 'UNTRUSTED',
    answer: ['format', 'fail', 'DELEGATION_NOT_PRESENTED'],
    present: () => delegate(),
    policy,
  },
];

const companyCases: Case[] = [
  valid('delegated with a vc+jwt inside', made({})),
  valid('delegated with a dc+sd-jwt inside', async () =>
    presentFor(await delegate({ certificate: await sdJwtCertificate() })),
  ),
  valid('delegated by the key that a dc+sd-jwt confirms', async () =>
    presentFor(await delegate({ certificate: await sdJwtCertificate({ sub: undefined }) })),
  ),
  refused('delegated by another company', 'DELEGATION_NOT_OF_HOLDER', async () =>
    presentAnything(await delegateOfStranger()),
  ),
  refused('delegated although it names no holder', 'DELEGATION_NOT_OF_HOLDER', async () => {
    const [header, payload] = partsOf(await delegate());
    const subject = payload.credentialSubject as { certificate: object };
    const unheld = { ...subject.certificate, id: `data:application/vc+jwt,${await issue()}` };
    const credentialSubject = { ...subject, certificate: unheld };
    return presentAnything(await signed(wallet.sign, header, { ...payload, credentialSubject }));
  }),
  refused('delegated with a signature of nobody', 'DELEGATION_SIGNATURE', async () =>
    presentAnything(forge(await delegate())),
  ),
  refused(
    'delegated by a key that is not the company’s',
    'DELEGATION_SIGNATURE',
    made({ sign: stranger.sign }),
  ),
  refused('delegated with another key id', 'DELEGATION_SIGNATURE', async () => {
    const [header, payload] = partsOf(await delegate());
    return presentAnything(await signed(wallet.sign, { ...header, kid: `${holder}#1` }, payload));
  }),
  refused('delegated by the delegate itself', 'DELEGATION_SIGNATURE', async () => {
    const [header, payload] = partsOf(await delegate());
    return presentAnything(await signed(driver.sign, { ...header, kid: `${driverDid}#0` }, payload));
  }),
];

const dateCases: Case[] = [
  valid('delegated until within the skew before now', made({ validUntil: now - 300 })),
  refused('delegated until before', 'DELEGATION_EXPIRED', made({ validUntil: now - 301 })),
  valid('delegated from within the skew after now', made({ validFrom: now + 300, validUntil: now + 999 })),
  refused(
    'delegated from later on',
    'DELEGATION_NOT_YET_VALID',
    made({ validFrom: now + 301, validUntil: now + 999 }),
  ),
  valid('delegated by a signature within the skew after now', made({ issuedAt: now + 300 })),
  refused('delegated by a signature of later on', 'DELEGATION_NOT_YET_VALID', made({ issuedAt: now + 301 })),
  valid('delegated, with no skew, until now', made({ validUntil: now }), {
    policy: { ...policy, skewSeconds: 0 },
  }),
  refused('delegated, with no skew, until just before', 'DELEGATION_EXPIRED', made({ validUntil: now - 1 }), {
    policy: { ...policy, skewSeconds: 0 },
  }),
];

const out = 'DELEGATION_OUT_OF_PURPOSE';
const asked = (question: Purpose | undefined): Partial<Case> => ({
  policy: { audience, nonce, ...(question !== undefined && { purpose: question }) },
});

const purposeCases: Case[] = [
  valid('delegated for whatever, where nothing is asked', made({}), asked(undefined)),
  valid('delegated for any consignment', made({ references: undefined })),
  valid('delegated for the declaration', made({}), asked({ kind: 'declaration', reference: '26-0002' })),
  refused('delegated for another', out, made({}), asked({ kind: 'consignment', reference: '26-0003' })),
  refused('delegated for part of it', out, made({}), asked({ kind: 'consignment', reference: '26-000' })),
  refused('delegated for more than it', out, made({ references: ['26'] })),
  refused('delegated for declarations only', out, made({ purposes: ['declaration'] })),
  refused('delegated, but not for the counter', out, made({}), asked({ kind: 'counter' })),
  refused('delegated for any declaration', out, made({ purposes: ['declaration'], references: undefined })),
  valid(
    'delegated for the counter, whatever it is limited to besides',
    made({ purposes: ['counter', 'declaration'] }),
    asked({ kind: 'counter' }),
  ),
];

const statusCases: Case[] = [
  valid('delegated and not withdrawn', withStatus(statusList)),
  valid(
    'delegated, others withdrawn',
    withStatus(() => statusList({ withdrawn: [6, 8] })),
  ),
  refused(
    'delegated and withdrawn',
    'DELEGATION_WITHDRAWN',
    withStatus(() => statusList({ withdrawn: [7] })),
  ),
  unknown('delegated, without the company’s list', made({ status })),
  valid(
    'delegated, by a list of the age allowed',
    withStatus(() => statusList({ issuedAt: now - 3_900 })),
  ),
  unknown(
    'delegated, by a list that is too old',
    withStatus(() => statusList({ issuedAt: now - 3_901 })),
  ),
  unknown(
    'withdrawn, by a list that is too old',
    withStatus(() => statusList({ issuedAt: now - 9_999, withdrawn: [7] })),
  ),
  unknown(
    'delegated, by a list that has expired',
    withStatus(() => statusList({ expiresAt: now - 300 })),
  ),
  unknown(
    'delegated, by a list of later on',
    withStatus(() => statusList({ issuedAt: now + 301 })),
  ),
  unknown(
    'delegated, by a list of another',
    withStatus(() => statusList({ statusListUri: 'https://agent.example/other' })),
  ),
  unknown(
    'delegated, by a list that the delegate signed',
    withStatus(() => statusList({ sign: driver.sign })),
  ),
  unknown(
    'delegated, by a list that is none',
    withStatus(async () => 'x'),
  ),
  unknown('delegated, without list, and not for the certificate', made({ status }), {
    verdict: 'REVOKED',
    bundle: { revoked: [index] },
  }),
];

const certificateCases: Case[] = [
  valid('delegated and suspended', made({}), { verdict: 'SUSPENDED', bundle: { suspended: [index] } }),
  valid('delegated and revoked', made({}), { verdict: 'REVOKED', bundle: { revoked: [index] } }),
  refused('delegated until before, and revoked', 'DELEGATION_EXPIRED', made({ validUntil: now - 301 }), {
    bundle: { revoked: [index] },
  }),
  valid('delegated, without data', made({}), {
    verdict: 'UNDETERMINED',
    source: failure('BUNDLE_NOT_READY'),
  }),
  refused('delegated until before, without data', 'DELEGATION_EXPIRED', made({ validUntil: now - 301 }), {
    source: failure('BUNDLE_NOT_READY'),
  }),
  {
    what: 'forged and delegated',
    verdict: 'UNTRUSTED',
    answer: ['signature', 'fail', 'SIGNATURE_INVALID'],
    present: async () => presentFor(await delegate({ certificate: forge(await certificate()) })),
    policy,
  },
];

export const delegationCases: Case[] = [
  ...bearerCases,
  ...companyCases,
  ...dateCases,
  ...purposeCases,
  ...statusCases,
  ...certificateCases,
];
