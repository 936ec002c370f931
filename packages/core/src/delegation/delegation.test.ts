import { describe, expect, it } from '@jest/globals';
import { hostileCopies } from '../testing/hostile-copies.js';
import { delegationSchema } from './delegation.js';

const day = 86_400_000;
const begins = Date.UTC(2026, 5, 1);
const after = (milliseconds: number) => new Date(begins + milliseconds).toISOString();
const status = {
  type: 'AeoDelegationStatusEntry',
  statusListUri: 'https://agent.example/v1/wallet/status-lists/x',
  index: 131_071,
  maxAge: 604_800,
};
const subject = {
  id: 'did:jwk:eyJ',
  type: 'AeoDelegate',
  purposes: ['counter', 'declaration', 'consignment'],
  references: ['x'.repeat(35)],
  certificate: {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: 'data:application/vc+jwt,a.b.c',
    type: 'EnvelopedVerifiableCredential',
  },
};
const delegation = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/eslabon/contexts/delegation/v1'],
  id: 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0001',
  type: ['VerifiableCredential', 'AeoDelegationCredential'],
  issuer: 'did:jwk:eyK',
  validFrom: after(0),
  validUntil: after(31 * day),
  credentialSubject: subject,
  credentialStatus: status,
};
const withSubject = (change: object) => ({
  ...delegation,
  credentialSubject: { ...subject, references: undefined, ...change },
});
const withEnvelope = (change: object) => withSubject({ certificate: { ...subject.certificate, ...change } });
const withStatus = (change: object) => ({ ...delegation, credentialStatus: { ...status, ...change } });
const accepts = (value: unknown): boolean => delegationSchema.safeParse(value).success;
const numbers = (count: number) => Array.from({ length: count }, (_, at) => `26-${at}`);

describe('a delegation', () => {
  it.each<[string, unknown]>([
    ['with everything, of 31 days', delegation],
    ['without status', { ...delegation, credentialStatus: undefined }],
    ['of a millisecond', { ...delegation, validUntil: after(1) }],
    ['of 31 days across zones', { ...delegation, validUntil: '2026-07-01T19:00:00-05:00' }],
    ['for any reference', withSubject({})],
    ['for the counter only', withSubject({ purposes: ['counter'] })],
    ['for 20 consignments', withSubject({ purposes: ['consignment'], references: numbers(20) })],
    ['with an SD-JWT', withEnvelope({ id: 'data:application/dc+sd-jwt,a.b.c~' })],
    ['with a status on one machine', withStatus({ statusListUri: 'http://127.0.0.1:4000/x' })],
    ['with the smallest numbers in its status', withStatus({ index: 0, maxAge: 60 })],
  ])('%s is one', (_what, value) => {
    expect(accepts(value)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['of more than 31 days', { ...delegation, validUntil: after(31 * day + 1) }],
    ['of 31 days in name and more in fact', { ...delegation, validUntil: '2026-07-02T00:00:01-05:00' }],
    ['of no time', { ...delegation, validUntil: after(0) }],
    ['that ends before it begins', { ...delegation, validUntil: after(-1) }],
    ['without an end', { ...delegation, validUntil: undefined }],
    ['without a beginning', { ...delegation, validFrom: undefined }],
    ['with dates without zone', { ...delegation, validFrom: '2026-06-01T00:00:00' }],
    ['of a company that is no did:jwk', { ...delegation, issuer: 'did:web:x.example' }],
    ['of a company in an object', { ...delegation, issuer: { id: 'did:jwk:eyK' } }],
    ['with another member', { ...delegation, name: 'x' }],
    ['of two types more', { ...delegation, type: [...delegation.type, 'AeoCertificateCredential'] }],
    ['with another context', { ...delegation, '@context': [delegation['@context'][0]] }],
    ['with an id that is no UUID', { ...delegation, id: 'urn:uuid:1' }],
    ['for nobody', withSubject({ id: undefined })],
    ['for a DID of another method', withSubject({ id: 'did:key:z6Mk' })],
    ['for a did:jwk of any length', withSubject({ id: `did:jwk:${'e'.repeat(2048)}` })],
    ['for nothing', withSubject({ purposes: [] })],
    ['for the same twice', withSubject({ purposes: ['counter', 'counter'] })],
    ['for something else', withSubject({ purposes: ['anything'] })],
    ['for no reference of a list', withSubject({ references: [] })],
    ['for 21 references', withSubject({ references: numbers(21) })],
    ['for the same reference twice', withSubject({ references: ['26-1', '26-1'] })],
    ['for an empty reference', withSubject({ references: [''] })],
    ['for a reference of 36 characters', withSubject({ references: ['x'.repeat(36)] })],
    ['for references at the counter', withSubject({ purposes: ['counter'], references: ['26-1'] })],
    ['without certificate', withSubject({ certificate: undefined })],
    ['with two certificates', withSubject({ certificate: [subject.certificate, subject.certificate] })],
    ['with a certificate by name', withEnvelope({ id: 'https://x.example/certificate' })],
    ['with an empty envelope', withEnvelope({ id: 'data:application/vc+jwt,' })],
    ['with a presentation', withEnvelope({ id: 'data:application/vp+jwt,a.b.c' })],
    ['with an envelope of another type', withEnvelope({ type: 'EnvelopedVerifiablePresentation' })],
    ['with claims beside an envelope', withEnvelope({ legalName: 'x' })],
    ['with an envelope without context', withEnvelope({ '@context': undefined })],
    ['with a status over http', withStatus({ statusListUri: 'http://agent.example/x' })],
    [
      'with a status over http on another machine',
      withStatus({ statusListUri: 'http://127.0.0.1.example/x' }),
    ],
    ['with a status of another type', withStatus({ type: 'EslabonStatusEntry' })],
    ['with an index past the list', withStatus({ index: 131_072 })],
    ['with a negative index', withStatus({ index: -1 })],
    ['with part of an index', withStatus({ index: 0.5 })],
    ['with a status for less than a minute', withStatus({ maxAge: 59 })],
    ['with a status for more than a week', withStatus({ maxAge: 604_801 })],
    ['with a status that says more', withStatus({ statusPurpose: 'revocation' })],
  ])('%s is none', (_what, value) => {
    expect(accepts(value)).toBe(false);
  });

  it('is none with a hostile value in any place', () => {
    for (const { place, copy } of hostileCopies(delegation)) {
      expect([place, accepts(copy)]).toEqual([place, false]);
    }
  });
});
