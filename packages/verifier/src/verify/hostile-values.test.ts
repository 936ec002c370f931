import { hostileCopies } from '@eslabon/core/testing';
import { sdJwtVcFromCredential, secureDocument } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { describeVerdict } from '../describe/describe-verdict.js';
import { holder, issue, issue11, issuedAt, present, wallet } from '../testing/credentials.fixture.js';
import { authorities, country, now, testBundle } from '../testing/network.fixture.js';
import { verify } from './verify.js';

const key = authorities.PE.keys['delegate-1'];
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

interface Parts {
  header: object;
  payload: object;
  /** What stands after the token. */
  rest?: string;
}

function partsOf(token: string): Parts {
  const [jwt = '', ...disclosures] = token.split('~');
  const [header, payload] = jwt.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  const rest = disclosures.map((text) => `~${text}`).join('');
  return { header: JSON.parse(header as string), payload: JSON.parse(payload as string), rest };
}

/** Good tokens, and who signs what is made of them: what the sender of a hostile one can do, an issuer can too. */
async function forms(): Promise<[string, Parts, typeof key][]> {
  const vc = await issue({ subject: { id: holder } });
  const { claims } = sdJwtVcFromCredential(partsOf(vc).payload as never);
  const signer = { algorithm: key.algorithm, kid: `${authorities.PE.did}#delegate-1`, sign: key.sign };
  const sd = await secureDocument(claims, {
    mediaType: 'application/dc+sd-jwt',
    signer,
    issuedAt,
    selective: { disclosable: [], random },
  });
  return [
    ['vc+jwt', partsOf(vc), key],
    ['VCDM 1.1', partsOf(await issue11()), authorities.PE.keys.controller],
    ['vp+jwt', partsOf(await present([vc])), wallet as typeof key],
    ['dc+sd-jwt', partsOf(sd), key],
  ];
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function answer(presented: unknown): string {
  const verdict = verify({
    presented,
    source: { bundle: testBundle() },
    policy: { as: country('MX') },
    at: new Date(now * 1000),
  });
  for (const language of ['en', 'es', 'pt'] as const) describeVerdict(verdict, language);
  return verdict.verdict;
}

describe('values that cannot be turned into text', () => {
  it('get an answer wherever they stand in a token, and never a good one', async () => {
    for (const [form, { header, payload, rest = '' }, signer] of await forms()) {
      const token = async (parts: Parts) => {
        const signed = [parts.header, parts.payload].map(encoded).join('.');
        const signature = await signer.sign(new TextEncoder().encode(signed));
        return `${signed}.${Buffer.from(signature).toString('base64url')}${rest}`;
      };
      expect([form, answer(await token({ header, payload }))]).toEqual([form, 'RECOGNISED']);
      for (const { place, copy } of hostileCopies({ header, payload })) {
        expect([form, place, answer(await token(copy as Parts))]).not.toContain('RECOGNISED');
      }
    }
  });

  it('get an answer wherever they stand in a JSON object', async () => {
    const vc = await issue();
    const objects = [
      {
        type: 'EnvelopedVerifiableCredential',
        id: `data:application/vc+jwt,${vc}`,
        '@context': ['https://www.w3.org/ns/credentials/v2'],
      },
      { ...partsOf(await issue11()).payload, proof: { type: 'JwtProof2020', jwt: await issue11() } },
    ];
    for (const object of objects) {
      for (const { copy } of hostileCopies(object)) expect(answer(copy)).not.toBe('RECOGNISED');
    }
  });
});
