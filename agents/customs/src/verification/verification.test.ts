import { createDelegatedPresentation, createDelegation } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestKey,
  type HeldCertificate,
  holdSample,
  recognise,
  startIssuing,
  startTestNetwork,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let held: HeldCertificate;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  const [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
  held = await holdSample(peru, 'aeo-certificate-jwt');
});

afterAll(() => network.stop());

/** What a driver of the company presents, who may act for it in one consignment. */
async function presented() {
  const { key, credential } = held;
  const driver = createTestKey();
  const now = Math.floor(Date.now() / 1000);
  const delegation = await createDelegation({
    id: 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0005',
    ...{ company: key.did, delegate: driver.did, certificate: credential, sign: key.sign },
    ...{ purposes: ['consignment'], references: ['26-0417'] },
    ...{ validFrom: now, validUntil: now + 3_600, issuedAt: now },
  });
  const text = await createDelegatedPresentation({
    ...{ delegation, audience: 'https://border.example', nonce: 'n-1', issuedAt: now, sign: driver.sign },
  });
  return { driver, text };
}

describe('POST /v1/verifications', () => {
  const verify = (body: object) =>
    network
      .agent('MX')
      .as('verifier')
      .verifyCredential({ body: body as never });

  it('says who presented a certificate for its company, with a purpose and without', async () => {
    const { driver, text } = await presented();
    const may = { purposes: ['consignment'], references: ['26-0417'] };
    for (const purpose of [undefined, { kind: 'consignment', reference: '26-0417' }]) {
      const verdict = await verify({ presented: text, ...(purpose && { purpose }) });
      expect(verdict).toMatchObject({ verdict: 'RECOGNISED', delegate: { did: driver.did, ...may } });
    }
  });

  it.each([
    [{ kind: 'consignment', reference: '26-0418' }],
    [{ kind: 'declaration', reference: '26-0417' }],
    [{ kind: 'counter' }],
  ])('does not trust it for %j', async (purpose) => {
    const verdict = await verify({ presented: (await presented()).text, purpose });
    expect(verdict.verdict).toBe('UNTRUSTED');
    expect(verdict.reasons[0]?.code).toBe('DELEGATION_OUT_OF_PURPOSE');
  });

  it.each([
    [{ kind: 'border' }],
    [{ kind: 'consignment' }],
    [{ kind: 'counter', reference: '26-0417' }],
    ['counter'],
  ])('refuses the purpose %j', async (purpose) => {
    await expect(verify({ presented: 'a.b.c', purpose })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
