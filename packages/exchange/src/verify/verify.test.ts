import { EslabonError } from '@eslabon/core';
import { hostileCopies } from '@eslabon/core/testing';
import { secureDocument } from '@eslabon/credentials';
import { addProof, type JsonObject } from '@eslabon/data-integrity';
import {
  createTestKey,
  presentation2,
  resolveVerificationMethod,
  vcdm2,
} from '@eslabon/data-integrity/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type IssueRequest, issueCredential } from '../issue/issue-credential.js';
import type { Issuer } from '../issue/issuer.js';
import { readCredentialRequest } from '../openid4vci/credential/read-credential-request.js';
import { conclude, type ExchangeCheckResult } from './check-result.js';
import type { VerifierPorts } from './verifier-ports.js';
import { verifyCredential } from './verify-credential.js';
import { verifyPresentation } from './verify-presentation.js';

const now = () => new Date('2026-11-22T12:05:00Z');
const created = '2026-11-22T12:00:00Z';
const list = 'https://issuer.example/lists/1';
const noList = async (): Promise<never> => {
  throw new EslabonError('STATUS_LIST_UNREACHABLE', 'The host does not answer.');
};
const ports: VerifierPorts = { resolveVerificationMethod, fetchStatusList: noList, now };
const outage: VerifierPorts = {
  ...ports,
  resolveVerificationMethod: async () => {
    throw new EslabonError('CHAIN_UNREACHABLE', 'The chain does not answer.');
  },
};

const made = createTestKey('ES256');
const credentialOf = async (members: JsonObject = {}): Promise<JsonObject> => ({
  '@context': [vcdm2],
  type: ['VerifiableCredential'],
  issuer: (await made).did,
  credentialSubject: { id: 'did:example:operator' },
  ...members,
});
const signed = async (members: JsonObject = {}) => {
  const { signer, verificationMethod } = await made;
  return addProof(await credentialOf(members), {
    suite: 'ecdsa-jcs-2019',
    signer,
    verificationMethod,
    created,
  });
};
const enveloped = async (members: JsonObject = {}) => {
  const { signer, verificationMethod: kid } = await made;
  const mediaType = 'application/vc+jwt';
  const token = await secureDocument(await credentialOf(members), { mediaType, signer: { ...signer, kid } });
  return { '@context': vcdm2, id: `data:${mediaType},${token}`, type: 'EnvelopedVerifiableCredential' };
};
const entry = {
  credentialStatus: {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '0',
    statusListCredential: list,
  },
};

const outcomesOf = (checks: readonly ExchangeCheckResult[]) =>
  Object.fromEntries(checks.map(({ check, outcome }) => [check, outcome]));

describe('an outage is unknown, never a refusal', () => {
  it.each([
    ['with a proof', signed],
    ['in an envelope', enveloped],
  ])('while the key cannot be looked up: %s', async (_how, make) => {
    const { outcome, checks } = await verifyCredential(await make(), {}, outage);
    expect([outcome, outcomesOf(checks).proof]).toEqual(['unknown', 'unknown']);
  });

  it.each([
    ['with a proof', signed],
    ['in an envelope', enveloped],
  ])('while the status list cannot be reached: %s', async (_how, make) => {
    const { outcome, checks } = await verifyCredential(await make(entry), {}, ports);
    expect(outcome).toBe('unknown');
    expect(outcomesOf(checks)).toEqual({
      ...{ dataModel: 'pass', proof: 'pass', validity: 'pass', credentialStatus: 'unknown' },
    });
  });

  it('whatever keeps the list away', async () => {
    for (const code of ['CHAIN_UNREACHABLE', 'DID_UNREACHABLE', 'INTERNAL'] as const) {
      const fetchStatusList = async () => {
        throw new EslabonError(code, 'An outage.');
      };
      expect(await verifyCredential(await signed(entry), {}, { ...ports, fetchStatusList })).toMatchObject({
        outcome: 'unknown',
      });
    }
  });

  it('in a presentation too', async () => {
    const { signer, verificationMethod, did } = await made;
    const presentation = await addProof(presentation2(did, [await signed(entry)]), {
      ...{ suite: 'ecdsa-jcs-2019', signer, verificationMethod, created },
      purpose: 'authentication',
    });
    const { outcome, checks } = await verifyPresentation(presentation, {}, ports);
    expect([outcome, outcomesOf(checks).credentials]).toEqual(['unknown', 'unknown']);
    expect(await verifyPresentation(presentation, { checks: ['proof'] }, ports)).toMatchObject({
      outcome: 'verified',
    });
  });

  it('yet what is wrong besides is a refusal', async () => {
    const over = { ...entry, validUntil: '2025-01-01T00:00:00Z' };
    expect(await verifyCredential(await signed(over), {}, ports)).toMatchObject({ outcome: 'refused' });
  });
});

describe('conclude', () => {
  const check = (outcome: ExchangeCheckResult['outcome']): ExchangeCheckResult => ({
    ...{ check: 'proof', outcome, problems: [] },
  });
  it.each<[ExchangeCheckResult['outcome'][], string]>([
    [['pass', 'pass'], 'verified'],
    [['pass', 'unknown'], 'unknown'],
    [['unknown', 'fail', 'pass'], 'refused'],
    [[], 'unknown'],
  ])('%j is %s', (outcomes, expected) => {
    expect(conclude(outcomes.map(check)).outcome).toBe(expected);
  });
});

describe('the checks of an AEO verdict', () => {
  const sentence = { en: 'en', es: 'es', pt: 'pt' };
  const result = (id: string, outcome: 'pass' | 'fail' | 'unknown') => ({
    ...{ id, outcome, code: `${id}-${outcome}`, sentence, evidence: {} },
  });
  it.each<[string, ReturnType<typeof result>[] | undefined, string[] | undefined, string]>([
    ['are not made of other credentials', undefined, undefined, 'verified'],
    ['pass', [result('key', 'pass')], undefined, 'verified'],
    ['refuse', [result('key', 'fail'), result('dates', 'unknown')], undefined, 'refused'],
    ['are unknown', [result('key', 'unknown')], undefined, 'unknown'],
    ['leave out the status when it is not asked for', [result('status', 'fail')], ['proof'], 'verified'],
    ['ask for the status otherwise', [result('status', 'fail')], ['proof', 'credentialStatus'], 'refused'],
  ])('%s', async (_what, results, checks, expected) => {
    const with_ = { ...ports, checkCertificate: async () => results };
    expect(await verifyCredential(await enveloped(), { checks }, with_)).toMatchObject({ outcome: expected });
  });
});

it('never throws, whatever is presented', async () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.record({
      '@context': fc.jsonValue(),
      type: fc.jsonValue(),
      proof: fc.jsonValue(),
      issuer: fc.jsonValue(),
    }),
    fc.record({
      '@context': fc.constant(vcdm2),
      type: fc.constant('EnvelopedVerifiableCredential'),
      id: fc.string(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(value, async (presented) => {
      expect((await verifyCredential(presented, {}, ports)).outcome).toBe('refused');
      expect((await verifyPresentation(presented, {}, ports)).outcome).toBe('refused');
    }),
    { numRuns: 300 },
  );
});

describe('values that cannot be turned into text', () => {
  it('are refused, never an error, wherever they stand in a credential', async () => {
    for (const credential of [await signed(entry), await enveloped(entry)]) {
      for (const { copy } of hostileCopies(credential)) {
        expect((await verifyCredential(copy, {}, ports)).outcome).not.toBe('verified');
      }
    }
  });

  it('are refused with a code in a credential to issue and in a request of a wallet', async () => {
    const { did, signer, verificationMethod } = await made;
    const issuer = {
      profile: 'ecdsa-jcs-2019-p256',
      did,
      securing: 'data-integrity',
      signer,
      verificationMethod,
    };
    for (const { copy } of hostileCopies(await credentialOf())) {
      const issuing = issueCredential({
        issuer: issuer as Issuer,
        credential: copy,
        now: now(),
      } as IssueRequest);
      await expect(issuing).rejects.toBeInstanceOf(EslabonError);
    }
    const request = {
      credential_configuration_id: 'x',
      proofs: { jwt: ['a.b.c'] },
      credential_identifier: 'y',
      credential_response_encryption: { jwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }, enc: 'A128GCM' },
    };
    for (const { copy } of hostileCopies(request)) {
      expect(() => readCredentialRequest({ body: copy, isEncrypted: true }, [])).toThrow(EslabonError);
    }
  });
});
