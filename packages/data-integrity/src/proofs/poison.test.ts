import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import { credential2, signedBy, vcdm2, verifyOptions } from '../testing/documents.fixture.js';
import { createTestKey } from '../testing/keys.fixture.js';
import { addProof } from './add-proof.js';
import { verifyProofs } from './verify-proofs.js';

const linked = { p: { '@id': 'https://e.example/p', '@type': '@id' } };
const poisoned = (subject: unknown): JsonObject =>
  credential2('did:example:i', {
    '@context': [vcdm2, linked],
    type: 'VerifiableCredential',
    credentialSubject: { id: 'did:example:s', p: subject },
  });

/** Every blank node points to every other: they all look alike, and trying their orders takes for ever. */
function clique(size: number): unknown {
  const all = Array.from({ length: size }, (_, at) => `_:n${at}`);
  return all.map((id) => ({ id, p: all.filter((other) => other !== id) }));
}

/** Two rings of blank nodes, alike from everywhere. */
function rings(size: number): unknown {
  return ['a', 'b'].flatMap((ring) =>
    Array.from({ length: size }, (_, at) => ({ id: `_:${ring}${at}`, p: `_:${ring}${(at + 1) % size}` })),
  );
}

describe('graphs that are built to make canonicalization slow', () => {
  it.each([
    ['a clique of 6', clique(6)],
    ['a clique of 40', clique(40)],
    ['two rings of 200', rings(200)],
  ])('%s is given up on, when signing and when verifying', async (_name, subject) => {
    const key = await createTestKey('EdDSA');
    const document = poisoned(subject);
    const problem = { code: 'GRAPH_TOO_COMPLEX' };
    await expect(addProof(document, { suite: 'eddsa-rdfc-2022', ...signedBy(key) })).rejects.toMatchObject({
      code: 'CREDENTIAL_TOO_LARGE',
      details: { problems: [problem] },
    });
    const { proof } = await addProof(credential2(key.did), { suite: 'eddsa-rdfc-2022', ...signedBy(key) });
    expect((await verifyProofs({ ...document, proof }, verifyOptions())).problems).toMatchObject([problem]);
  });

  it('equal parts as honest documents have them are no poison', async () => {
    const key = await createTestKey('EdDSA');
    const equal = Array.from({ length: 50 }, () => ({ p: { p: {} } }));
    const document = { ...poisoned(equal), issuer: key.did };
    const issued = await addProof(document, { suite: 'eddsa-rdfc-2022', ...signedBy(key) });
    expect(await verifyProofs(issued, verifyOptions())).toMatchObject({ verified: true });
  });
});
