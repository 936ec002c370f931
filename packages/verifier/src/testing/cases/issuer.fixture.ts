import { issue, issuedAt } from '../credentials.fixture.js';
import { authorities } from '../network.fixture.js';
import type { Case } from './case.fixture.js';
import { record } from './changes.fixture.js';

const { PE } = authorities;

export const issuerCases: Case[] = [
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
