import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import * as vc from '@digitalbazaar/vc';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import {
  created,
  credential1,
  credential2,
  now,
  signedBy,
  verifyOptions,
} from '../testing/documents.fixture.js';
import type { TestKey } from '../testing/keys.fixture.js';
import { createTestKey, didDocument } from '../testing/keys.fixture.js';
import {
  deriveWithLibrary,
  documentLoader,
  issueWithLibrary,
  verifyWithLibrary,
} from '../testing/library.fixture.js';
import { wholeSuites } from '../testing/suites.fixture.js';
import { addProof } from './add-proof.js';
import { deriveProof } from './derive-proof.js';
import { verifyProofs } from './verify-proofs.js';

const altered = (document: JsonObject): JsonObject => ({
  ...document,
  credentialSubject: { ...(document.credentialSubject as JsonObject), tin: 'PE20100070971' },
});

describe.each(wholeSuites)('%s with %s and @digitalbazaar/vc', (suite, algorithm) => {
  let key: TestKey;
  beforeAll(async () => {
    key = await createTestKey(algorithm);
  });

  it.each([
    ['2.0', credential2],
    ['1.1', credential1],
  ])('VCDM %s: what the library issues verifies here, and only unaltered', async (_version, make) => {
    const issued = await issueWithLibrary(make(key.did), suite, key);
    const result = await verifyProofs(issued, verifyOptions());
    expect(result).toMatchObject({ verified: true, problems: [] });
    expect(result.proofs).toMatchObject([{ outcome: 'verified', suite, controller: key.did, created }]);
    const refused = await verifyProofs(altered(issued), verifyOptions());
    expect(refused).toMatchObject({ verified: false, problems: [{ code: 'SIGNATURE_INVALID' }] });
  });

  it.each([
    ['2.0', credential2],
    ['1.1', credential1],
  ])('VCDM %s: what is issued here verifies in the library, and only unaltered', async (_version, make) => {
    const issued = await addProof(make(key.did), { suite, ...signedBy(key) });
    expect(await verifyWithLibrary(issued, suite)).toBe(true);
    expect(await verifyWithLibrary(altered(issued), suite)).toBe(false);
  });
});

describe('ecdsa-sd-2023 and @digitalbazaar/vc', () => {
  const mandatoryPointers = ['/issuer', '/validFrom', '/credentialSubject/roles/1'];
  const selectivePointers = ['/credentialSubject/address/city', '/validUntil'];
  let key: TestKey;
  beforeAll(async () => {
    key = await createTestKey('ES256');
  });

  const issuers = {
    ours: () =>
      addProof(credential2(key.did), { suite: 'ecdsa-sd-2023', ...signedBy(key), mandatoryPointers }),
    theirs: () => issueWithLibrary(credential2(key.did), 'ecdsa-sd-2023', key, mandatoryPointers),
  };
  const holders = {
    ours: (base: JsonObject) => deriveProof(base, { selectivePointers }),
    theirs: (base: JsonObject) => deriveWithLibrary(base, selectivePointers),
  };
  const verifiers = {
    ours: async (derived: JsonObject) => (await verifyProofs(derived, verifyOptions())).verified,
    theirs: (derived: JsonObject) => verifyWithLibrary(derived, 'ecdsa-sd-2023'),
  };
  const sides = ['ours', 'theirs'] as const;
  const combinations = sides.flatMap((issuer) =>
    sides.flatMap((holder) => sides.map((verifier) => [issuer, holder, verifier] as const)),
  );

  it.each(combinations)('issuer %s, holder %s, verifier %s', async (issuer, holder, verifier) => {
    const derived = await holders[holder](await issuers[issuer]());
    expect(derived.credentialSubject).toEqual({
      id: 'did:example:operator',
      address: { city: 'Callao' },
      roles: [{ code: 'MF' }],
    });
    expect(derived).toMatchObject({ validFrom: '2026-01-01T00:00:00Z', validUntil: '2029-01-01T00:00:00Z' });
    expect(await verifiers[verifier](derived)).toBe(true);
    expect(await verifiers[verifier]({ ...derived, validUntil: '2030-01-01T00:00:00Z' })).toBe(false);
  });
});

describe('presentations and @digitalbazaar/vc', () => {
  it('a presentation that the library signs verifies here for its challenge and domain only', async () => {
    const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
    const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
    const [issuer, holder] = [await createTestKey('EdDSA'), await createTestKey('EdDSA')];
    const credential = await issueWithLibrary(credential2(issuer.did), 'eddsa-rdfc-2022', issuer);
    const presentation = vc.createPresentation({
      verifiableCredential: [credential],
      holder: holder.did,
      now,
    });
    const suite = new DataIntegrityProof({ signer: holder.library.signer(), date: created, cryptosuite });
    const signed = await vc.signPresentation({
      presentation,
      suite,
      challenge: 'c-1',
      domain: 'https://border.example',
      documentLoader,
    });
    const expected = { challenge: 'c-1', domain: 'https://border.example' };
    const verify = (more: object) => verifyProofs(signed, verifyOptions(more, 'authentication'));
    expect(await verify(expected)).toMatchObject({ verified: true });
    expect(await verify({ ...expected, challenge: 'c-2' })).toMatchObject({
      verified: false,
      problems: [{ code: 'PROOF_CHALLENGE', pointer: '/proof/challenge' }],
    });
  });

  it('a presentation that is signed here verifies in the library', async () => {
    const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
    const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
    const [issuer, holder] = [await createTestKey('EdDSA'), await createTestKey('EdDSA')];
    const suite = 'eddsa-rdfc-2022';
    const credential = await addProof(credential2(issuer.did), { suite, ...signedBy(issuer) });
    const signed = await addProof(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiablePresentation'],
        holder: holder.did,
        verifiableCredential: [credential],
      },
      { suite, ...signedBy(holder), purpose: 'authentication', challenge: 'c-1', domain: 'border.example' },
    );
    const verification = {
      presentation: signed,
      suite: new DataIntegrityProof({ cryptosuite }),
      challenge: 'c-1',
      domain: 'border.example',
      documentLoader,
      now,
    };
    expect(await vc.verify(verification)).toMatchObject({ verified: true });
    expect(await vc.verify({ ...verification, challenge: 'c-2' })).toMatchObject({ verified: false });
  });
});

describe('“`Ed25519Signature2020` verifies (legacy, verify only).”', () => {
  const legacy = async (): Promise<{ issued: JsonObject; key: TestKey }> => {
    const key = await createTestKey('EdDSA');
    const exported = await key.library.export({ publicKey: true, secretKey: true, raw: false });
    const pair = await Ed25519VerificationKey2020.from({
      ...exported,
      type: 'Ed25519VerificationKey2020',
      privateKeyMultibase: exported.secretKeyMultibase,
      controller: key.did,
    });
    const suite = new Ed25519Signature2020({ key: pair, date: created });
    const credential = credential1(key.did, {
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        { tin: 'https://schema.org/taxID' },
        'https://w3id.org/security/suites/ed25519-2020/v1',
      ],
    });
    return { issued: await vc.issue({ credential, suite, documentLoader, now }), key };
  };

  it('what the library issues verifies, and only unaltered', async () => {
    const { issued } = await legacy();
    expect((issued.proof as JsonObject).type).toBe('Ed25519Signature2020');
    expect(await verifyProofs(issued, verifyOptions())).toMatchObject({ verified: true });
    expect(await verifyProofs(altered(issued), verifyOptions())).toMatchObject({
      verified: false,
      problems: [{ code: 'SIGNATURE_INVALID' }],
    });
  });

  it('with a verification method of its own type too', async () => {
    const { issued, key } = await legacy();
    const resolveVerificationMethod = async () => ({
      method: {
        ...(didDocument(key.did).verificationMethod as JsonObject[])[0],
        type: 'Ed25519VerificationKey2020',
      },
      purposes: ['assertionMethod'],
    });
    expect(await verifyProofs(issued, verifyOptions({ resolveVerificationMethod }))).toMatchObject({
      verified: true,
    });
  });
});
