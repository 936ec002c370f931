import type { Purpose, PurposeKind, Verdict } from '@eslabon/core';
import { EslabonError, purposeKinds } from '@eslabon/core';
import { hostileCopies } from '@eslabon/core/testing';
import { nativeVerifySignature } from '@eslabon/credentials/native';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeVerdict } from '../describe/describe-verdict.js';
import { audience, forge, index, nonce, wallet } from '../testing/credentials.fixture.js';
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
} from '../testing/delegations.fixture.js';
import { testKey } from '../testing/keys.fixture.js';
import type { BundleOptions, Issuing } from '../testing/network.fixture.js';
import { authorities, now, testBundle } from '../testing/network.fixture.js';
import type { Policy } from './policy.js';
import { verify } from './verify.js';

const verdictOn = (presented: unknown, policy: Partial<Policy> = {}, bundle: BundleOptions = {}): Verdict =>
  verify({
    presented,
    source: { bundle: testBundle(bundle) },
    policy: { as: authorities.MX.country, audience, nonce, purpose, ...policy },
    at: new Date(now * 1000),
    verifySignature: nativeVerifySignature,
  });

/** A presentation with a delegation and the company's list, which is recognised. */
const whole = async () => presentFor(await delegate({ status }), { delegationStatus: await statusList() });

describe('the delegate in a verdict', () => {
  const ends = '2026-06-01T13:00:00.000Z';
  const itself = {
    ...{ did: driverDid, purposes: ['consignment', 'declaration'], references: ['26-0001', '26-0002'] },
    validUntil: ends,
  };

  it('is who presented, and what the company lets them do', async () => {
    const verdict = verdictOn(await whole());
    expect(verdict.verdict).toBe('RECOGNISED');
    expect(verdict.delegate).toEqual(itself);
    expect(verdict.certificate).toMatchObject({ legalName: 'Exportadora Andina S.A.C.' });
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['COVERED', 'DELEGATION_VALID']);
    expect(describeVerdict(verdict, 'en')).toEqual(
      expect.arrayContaining([
        'The company authorised the bearer to act for it: consignments, customs declarations (26-0001, 26-0002), until 2026-06-01 13:00 UTC.',
        `Presented in the company’s place by: ${driverDid}`,
      ]),
    );
    expect(describeVerdict(verdict, 'es').join('\n')).toContain('envíos, declaraciones (26-0001, 26-0002)');
    expect(describeVerdict(verdict, 'pt').join('\n')).toContain('remessas, declarações (26-0001, 26-0002)');
  });

  it('has no references where there are none', async () => {
    const text = await presentFor(await delegate({ references: undefined }));
    expect(verdictOn(text).delegate).not.toHaveProperty('references');
    expect(describeVerdict(verdictOn(text), 'en').join('\n')).toContain(
      'act for it: consignments, customs declarations, until',
    );
  });

  it.each<[string, () => Promise<string>, Partial<Policy>, BundleOptions]>([
    ['the delegation has ended', async () => presentFor(await delegate({ validUntil: now - 301 })), {}, {}],
    ['it is for something else', whole, { purpose: { kind: 'counter' } }, {}],
    ['the list is missing', async () => presentFor(await delegate({ status })), {}, {}],
    ['the certificate is suspended', whole, {}, { suspended: [index] }],
  ])('is there also when %s', async (_what, present, policy, bundle) => {
    const { verdict, delegate: found } = verdictOn(await present(), policy, bundle);
    expect(verdict).not.toBe('RECOGNISED');
    expect(found?.did).toBe(driverDid);
  });

  it.each<[string, () => Promise<string>, Partial<Policy>]>([
    ['the company did not sign', async () => presentAnything(forge(await delegate())), {}],
    [
      'the certificate is forged',
      async () => presentFor(await delegate({ certificate: forge(await certificate()) })),
      {},
    ],
    ['the presenter proved nothing', async () => forge(await whole()), {}],
    ['it answers another request', whole, { nonce: 'n-2' }],
  ])('is not there when %s', async (_what, present, policy) => {
    const verdict = verdictOn(await present(), policy);
    expect(verdict.verdict).toBe('UNTRUSTED');
    expect(verdict).not.toHaveProperty('delegate');
  });

  it('is not there when nobody knows whose certificate it is', async () => {
    const presented = await whole();
    const removed = { peru: (p: Issuing) => Object.assign(p.record, { removedAt: 1 }) };
    expect(verdictOn(presented, {}, removed)).not.toHaveProperty('delegate');
    const failure = new EslabonError('BUNDLE_NOT_READY', 'None yet.');
    const at = new Date(now * 1000);
    const verdict = verify({ presented, source: { failure }, policy: { as: authorities.MX.country }, at });
    expect(verdict.verdict).toBe('UNDETERMINED');
    expect(verdict).not.toHaveProperty('delegate');
  });
});

describe('what a delegation is for', () => {
  const references = ['26-0001', '26-0002', '26-00010'];
  const question = fc.oneof(
    fc.constant<Purpose>({ kind: 'counter' }),
    fc.record({
      kind: fc.constantFrom('declaration' as const, 'consignment' as const),
      reference: fc.constantFrom(...references),
    }),
  );
  const subsetOf = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });

  it('decides for every purpose and reference', async () => {
    await fc.assert(
      fc.asyncProperty(
        subsetOf<PurposeKind>(purposeKinds),
        fc.option(subsetOf(references), { nil: undefined }),
        fc.option(question, { nil: undefined }),
        async (purposes, limited, asked) => {
          const onlyCounter = purposes.every((kind) => kind === 'counter');
          fc.pre(!(onlyCounter && limited !== undefined));
          const text = await presentFor(await delegate({ purposes, references: limited }));
          const { verdict, checks } = verify({
            presented: text,
            source: { bundle: testBundle() },
            policy: { as: authorities.MX.country, ...(asked !== undefined && { purpose: asked }) },
            at: new Date(now * 1000),
            verifySignature: nativeVerifySignature,
          });
          const may =
            asked === undefined ||
            (purposes.includes(asked.kind) &&
              (asked.kind === 'counter' || limited === undefined || limited.includes(asked.reference)));
          expect(verdict).toBe(may ? 'RECOGNISED' : 'UNTRUSTED');
          expect(checks.at(-1)?.code).toBe(may ? 'DELEGATION_VALID' : 'DELEGATION_OUT_OF_PURPOSE');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is said in the refusal, with what was asked', async () => {
    const { reasons } = verdictOn(await whole(), { purpose: { kind: 'consignment', reference: '26-9' } });
    expect(reasons[0]?.sentence).toEqual({
      en: 'The company authorised the bearer for consignments, customs declarations (26-0001, 26-0002) only, not for consignments (26-9).',
      es: 'La empresa autorizó al portador solo para envíos, declaraciones (26-0001, 26-0002), y aquí se consultó por envíos (26-9).',
      pt: 'A empresa autorizou o portador somente para remessas, declarações (26-0001, 26-0002), e aqui se perguntou por remessas (26-9).',
    });
  });
});

describe('when a delegation is', () => {
  it('decides to the second, less the skew of clocks', async () => {
    const offset = fc.integer({ min: -400, max: 400 });
    await fc.assert(
      fc.asyncProperty(offset, offset, fc.nat(350), async (start, end, skewSeconds) => {
        fc.pre(start < end);
        const text = await presentFor(
          await delegate({ validFrom: now + start, validUntil: now + end, issuedAt: now - 500 }),
        );
        const code = verdictOn(text, { skewSeconds }).checks.at(-1)?.code;
        const expected =
          end + skewSeconds < 0
            ? 'DELEGATION_EXPIRED'
            : start - skewSeconds > 0
              ? 'DELEGATION_NOT_YET_VALID'
              : 'DELEGATION_VALID';
        expect(code).toBe(expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what was altered', () => {
  const change = async (text: string, present: (altered: string) => Promise<string>) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom(...'Ab9_.'), async (at, character) => {
        fc.pre(text[at] !== character);
        const altered = text.slice(0, at) + character + text.slice(at + 1);
        expect(verdictOn(await present(altered)).verdict).not.toBe('RECOGNISED');
      }),
      { numRuns: 100 },
    );
  };

  it('in a presentation is never recognised', async () => {
    await change(await whole(), async (altered) => altered);
  });

  it.each([
    ['vc+jwt', certificate],
    ['dc+sd-jwt', sdJwtCertificate],
  ])(
    'in a delegation of a %s is never recognised, also when its delegate presents it',
    async (_what, made) => {
      const good = await delegate({ certificate: await made() });
      expect(verdictOn(await presentAnything(good)).verdict).toBe('RECOGNISED');
      await change(good, (altered) => presentAnything(altered));
    },
  );

  it('in a status list is never recognised, also when the delegate presents it', async () => {
    const good = await delegate({ status });
    const list = await statusList();
    const present = (delegationStatus: string) => presentAnything(good, { delegationStatus });
    expect(verdictOn(await present(list)).verdict).toBe('RECOGNISED');
    await change(list, present);
  });
});

describe('whoever signs something else', () => {
  it('is not recognised with any member of a delegation changed by the delegate', async () => {
    const [header, payload] = partsOf(await delegate());
    const subject = payload.credentialSubject as object;
    for (const changed of [
      { ...payload, validUntil: '2026-06-20T00:00:00Z' },
      { ...payload, credentialSubject: { ...subject, purposes: ['counter', 'consignment'] } },
      { ...payload, credentialSubject: { ...subject, references: ['26-0001', '26-0009'] } },
      { ...payload, issuer: driverDid, iss: driverDid },
    ]) {
      const text = await presentAnything(await signed(driver.sign, header, changed));
      expect(verdictOn(text).verdict).toBe('UNTRUSTED');
    }
  });

  it('cannot present with a delegation that somebody else was given', async () => {
    const thief = testKey('ES256');
    const text = await presentFor(await delegate(), { sign: thief.sign });
    expect(verdictOn(text).checks.find(({ id }) => id === 'holder')?.code).toBe('HOLDER_NOT_PROVEN');
  });

  it('cannot delegate on: the delegate’s delegation of the company’s certificate is not the company’s', async () => {
    const [header, payload] = partsOf(await delegate());
    const kid = `${driverDid}#0`;
    const onward = { ...payload, issuer: driverDid, iss: driverDid };
    const text = await presentAnything(await signed(driver.sign, { ...header, kid }, onward));
    expect(verdictOn(text).checks.at(-1)?.code).toBe('DELEGATION_NOT_OF_HOLDER');
  });
});

describe('values that cannot be turned into text', () => {
  const answer = (presented: unknown) => {
    const verdict = verdictOn(presented);
    for (const language of ['en', 'es', 'pt'] as const) describeVerdict(verdict, language);
    return verdict.verdict;
  };
  type Parts = { header: object; payload: object };

  it('get an answer wherever they stand in a presentation, a delegation and a status list', async () => {
    const good = await delegate({ status });
    const list = await statusList();
    const present = (delegation: string, delegationStatus = list) =>
      presentAnything(delegation, { delegationStatus });
    const makers: [string, string, (header: unknown, payload: unknown) => Promise<string>][] = [
      ['presentation', await present(good), (h, p) => signed(driver.sign, h, p)],
      ['delegation', good, async (h, p) => present(await signed(wallet.sign, h, p))],
      ['status list', list, async (h, p) => present(good, await signed(wallet.sign, h, p))],
    ];
    for (const [form, text, make] of makers) {
      const [header, payload] = partsOf(text);
      expect([form, answer(await make(header, payload))]).toEqual([form, 'RECOGNISED']);
      for (const { place, copy } of hostileCopies({ header, payload })) {
        const parts = copy as Parts;
        expect([form, place, answer(await make(parts.header, parts.payload))]).not.toContain('RECOGNISED');
      }
    }
  });
});
