import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { messageCodes } from '../messages/message-code.js';
import { requestOf } from '../testing/cases/case.fixture.js';
import { cases } from '../testing/cases.fixture.js';
import { forge, holder, index, issue, issue11, present } from '../testing/credentials.fixture.js';
import { authorities, now, testBundle } from '../testing/network.fixture.js';
import { verify } from './verify.js';

const policy = { as: authorities.MX.country };
const at = new Date(now * 1000);

describe('verify a certificate', () => {
  it.each(cases.map((c) => [c.what, c.verdict, c] as const))('%s: %s', async (_what, verdict, aCase) => {
    const result = verify(await requestOf(aCase));
    const [id, outcome, code] = aCase.answer;
    expect(result.checks.find((check) => check.id === id)).toMatchObject({ outcome, code });
    expect(result.verdict).toBe(verdict);
    expect(result.checks.map((check) => check.id)).toEqual([
      ...new Set(result.checks.map((check) => check.id)),
    ]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(JSON.stringify(result)).not.toMatch(/[{]\w+(:\w+)?[}]|\b(undefined|NaN)\b/);
    expect(result.reasons.length).toBeGreaterThan(0);
  });

  it('has a case for every code that has a sentence', () => {
    const tested = new Set([
      ...cases.map(({ answer }) => answer[2]),
      // The two that are tested by themselves below.
      'BUNDLE_UNUSABLE',
      'SEVERAL_CREDENTIALS',
    ]);
    expect(messageCodes.filter((code) => !tested.has(code))).toEqual([]);
  });

  it('keeps the code of a source that failed in another way', async () => {
    const failure = new EslabonError('CHAIN_UNREACHABLE', 'No answer.');
    const { verdict, checks, asOf } = verify({ presented: await issue(), source: { failure }, policy, at });
    expect({ verdict, asOf }).toEqual({ verdict: 'UNDETERMINED', asOf: undefined });
    expect(checks[0]).toMatchObject({ outcome: 'unknown', code: 'CHAIN_UNREACHABLE' });
    expect(checks[0]?.sentence.en).toContain('CHAIN_UNREACHABLE');
  });

  it('does not blame the certificate when the source failed with a code of certificates', async () => {
    const failure = new EslabonError('CREDENTIAL_MALFORMED', 'The attestation is no token.');
    const { checks } = verify({ presented: await issue(), source: { failure }, policy, at });
    expect(checks[0]?.code).toBe('CREDENTIAL_MALFORMED');
    expect(checks[0]?.sentence.en).toMatch(/^The data to check against/);
  });

  it('says what it recognised, under which arrangement and as of which block', async () => {
    const { certificate, arrangement, asOf, as } = verify({
      presented: await issue(),
      source: { bundle: testBundle() },
      policy,
      at,
    });
    expect(as).toBe('MX');
    expect(certificate).toEqual({
      certificateNumber: 'PE-OEA-0007',
      certificateType: 'security',
      operatorRoles: ['EX', 'WH'],
      legalName: 'Exportadora Andina S.A.C.',
      tin: 'PE20123456786',
      issuer: { id: authorities.PE.did, name: 'SUNAT', country: 'PE' },
      validFrom: '2026-01-10T00:00:00Z',
      validUntil: '2029-01-10T00:00:00Z',
    });
    expect(arrangement).toEqual({
      id: 1,
      version: 1,
      label: 'Pacific Alliance',
      parties: ['CL', 'CO', 'MX', 'PE'],
      roles: ['EX', 'WH'],
    });
    expect(asOf).toMatchObject({
      chainId: 648540,
      blockNumber: 4711,
      blockTime: '2026-06-01T11:50:00.000Z',
      age: 600,
      freshness: 'fresh',
      trust: { mode: 'attested', attestor: `${authorities.MX.did}#controller` },
    });
  });

  it.each([
    [4, 'BUNDLE_SEALED', '3 of 4'],
    [3, 'BUNDLE_SEALED_BY_FEW', '2 of 3'],
    [1, 'BUNDLE_SEALED_BY_FEW', '0 of 1'],
  ])(
    'tells a block that validators sealed from an attested one: %i of them',
    async (validators, code, count) => {
      const source = { bundle: testBundle({ validators }) };
      const { verdict, asOf, checks } = verify({ presented: await issue(), source, policy, at });
      const signers = validators - 1;
      expect(verdict).toBe('RECOGNISED');
      expect(asOf?.trust).toEqual({ mode: 'sealed', validators, signers });
      const answer = checks.find(({ id }) => id === 'bundle');
      expect(answer).toMatchObject({
        code,
        evidence: { trust: 'sealed', protocol: 'qbft', validators, signers, hops: 2 },
      });
      for (const language of ['en', 'es', 'pt'] as const)
        expect(answer?.sentence[language]).toContain(count.replace('of', language === 'en' ? 'of' : 'de'));
      expect(answer?.sentence.en.includes('too few')).toBe(validators < 4);
    },
  );

  it('repeats nothing of what may be forged', async () => {
    const source = { bundle: testBundle() };
    for (const presented of [
      forge(await issue()),
      await issue({ kid: `${authorities.PE.did}#delegate-9` }),
    ]) {
      const verdict = verify({ presented, source, policy, at });
      expect(verdict).not.toHaveProperty('certificate');
      expect(verdict).not.toHaveProperty('arrangement');
      expect(JSON.stringify(verdict)).not.toContain('Exportadora');
    }
  });

  it('names the parties that acceded, not those that only signed, and the roles covered', async () => {
    const source = { bundle: testBundle() };
    const { arrangement, checks } = verify({
      presented: await issue(),
      source,
      policy: { as: authorities.EC.country },
      at,
    });
    expect(arrangement).toMatchObject({ id: 2, parties: ['CO', 'EC', 'PE'], roles: ['EX'] });
    expect(checks.find(({ id }) => id === 'arrangement')?.evidence.uncovered).toEqual(['WH']);
  });

  it('uses the signature verifier that it is given', async () => {
    const source = { bundle: testBundle() };
    const presented = await issue();
    const { verdict } = verify({ presented, source, policy, at, verifySignature: () => false });
    expect(verdict).toBe('UNTRUSTED');
  });

  it('refuses a caller’s instant that is no date', () => {
    expect(() =>
      verify({ presented: 'x', source: { bundle: testBundle() }, policy, at: new Date(Number.NaN) }),
    ).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }));
  });
});

describe('forgeries that other software passes', () => {
  const veramo = async (jwt: string, changes: object = {}, proof: object = { type: 'JwtProof2020' }) => ({
    ...changes,
    proof: { ...proof, jwt },
  });
  const revoked = { bundle: testBundle({ revoked: [index] }) };
  const good = { bundle: testBundle() };

  it.each([
    ['a revoked credential as a JWT', async () => issue11(), revoked, 'REVOKED'],
    ['a revoked credential as {proof: {jwt}}', async () => veramo(await issue11()), revoked, 'REVOKED'],
    ['the same without proof.type', async () => veramo(await issue11(), {}, {}), revoked, 'UNTRUSTED'],
    [
      'altered claims with proof.type deleted',
      async () => veramo(await issue11(), { credentialSubject: { legalName: 'Forged S.A.' } }, {}),
      good,
      'UNTRUSTED',
    ],
    [
      'altered claims beside a genuine JWT',
      async () => veramo(await issue11(), { credentialSubject: { legalName: 'Forged S.A.' } }),
      good,
      'UNTRUSTED',
    ],
    [
      'an EIP-712 proof with extra members',
      async () => ({ proof: { type: 'EthereumEip712Signature2021' }, extra: 1 }),
      good,
      'UNTRUSTED',
    ],
    ['a presentation with a revoked credential', async () => present([await issue()]), revoked, 'REVOKED'],
    [
      'a presentation with a forged credential',
      async () => present([forge(await issue())]),
      good,
      'UNTRUSTED',
    ],
    [
      'a presentation with an expired credential',
      async () => present([await issue({ credential: { validUntil: '2026-02-01T00:00:00Z' } })]),
      good,
      'EXPIRED',
    ],
  ] as const)('%s', async (_what, make, source, verdict) => {
    expect(verify({ presented: await make(), source, policy, at }).verdict).toBe(verdict);
  });
});

describe('verify a presentation of several certificates', () => {
  const source = { bundle: testBundle({ suspended: [8], revoked: [9] }) };
  const of = (number: number) => issue({ subject: { id: holder }, status: { index: number } });

  it.each([
    ['all good', [index, index], 'RECOGNISED', 1],
    ['one suspended', [index, 8, index], 'SUSPENDED', 2],
    ['one suspended, one revoked', [8, 9], 'REVOKED', 2],
    ['two revoked', [9, 9], 'REVOKED', 1],
  ] as const)('%s', async (_what, indexes, verdict, decisive) => {
    const presented = await present(await Promise.all(indexes.map(of)));
    const result = verify({ presented, source, policy, at });
    expect(result.verdict).toBe(verdict);
    const several = result.checks.at(-1);
    expect(several).toMatchObject({ id: 'credentials', code: 'SEVERAL_CREDENTIALS' });
    expect(several?.evidence).toMatchObject({ decisive, of: indexes.length });
    expect(result.reasons.at(-1)?.code).toBe('SEVERAL_CREDENTIALS');
  });

  it('one forged among good ones is untrusted', async () => {
    const presented = await present([await of(index), forge(await of(index)), await of(9)]);
    const { verdict, checks } = verify({ presented, source, policy, at });
    expect(verdict).toBe('UNTRUSTED');
    expect(checks.at(-1)?.evidence).toEqual({
      decisive: 2,
      of: 3,
      verdicts: ['RECOGNISED', 'UNTRUSTED', 'REVOKED'],
    });
  });
});
