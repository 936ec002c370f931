import { formatDidJwk, signCompactJws } from '@eslabon/credentials';
import { audience, forge, holder, issue, issue11, nonce, present, wallet } from '../credentials.fixture.js';
import { partsOf, signed } from '../delegations.fixture.js';
import { testKey } from '../keys.fixture.js';
import { now } from '../network.fixture.js';
import type { Case } from './case.fixture.js';

const bound = { subject: { id: holder } };

async function presentNotBefore(nbf: number): Promise<string> {
  const [header, payload] = partsOf(await present([await issue(bound)]));
  return signed(wallet.sign, header, { ...payload, nbf });
}

export const holderCases: Case[] = [
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
    what: 'presented under the name of another algorithm',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'HOLDER_NOT_PROVEN'],
    present: async () => present([await issue(bound)], { algorithm: 'EdDSA', sign: wallet.sign }),
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
    what: 'presented before it counts, as it says',
    verdict: 'UNTRUSTED',
    answer: ['holder', 'fail', 'PRESENTATION_OUT_OF_DATE'],
    present: () => presentNotBefore(now + 301),
  },
  {
    what: 'presented just before it counts, within the skew',
    verdict: 'RECOGNISED',
    answer: ['holder', 'pass', 'HOLDER_PROVEN'],
    present: () => presentNotBefore(now + 300),
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
