import { base64urlDecode, base64urlEncode } from '@eslabon/credentials';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decode, encode } from 'cborg';
import type { JsonObject } from '../json/json-object.js';
import type { ProblemCode } from '../problems/problem-types.js';
import { addProof } from '../proofs/add-proof.js';
import { deriveProof } from '../proofs/derive-proof.js';
import { verifyProofs } from '../proofs/verify-proofs.js';
import { credential1, credential2, signedBy, verifyOptions } from '../testing/documents.fixture.js';
import type { TestKey } from '../testing/keys.fixture.js';
import { createTestKey } from '../testing/keys.fixture.js';
import { rejectedProofs } from '../testing/rejected-proofs.fixture.js';

const suite = 'ecdsa-sd-2023';
const mandatoryPointers = ['/issuer', '/validFrom'];
const selectivePointers = ['/credentialSubject/address', '/validUntil'];

let key: TestKey;
let base: JsonObject;
let derived: JsonObject;
beforeAll(async () => {
  key = await createTestKey('ES256');
  base = await addProof(credential2(key.did), { suite, ...signedBy(key), mandatoryPointers });
  derived = await deriveProof(base, { selectivePointers });
});

const proofOf = (document: JsonObject) => document.proof as JsonObject & { proofValue: string };
const partsOf = (document: JsonObject): unknown[] =>
  decode(base64urlDecode(proofOf(document).proofValue.slice(1)).subarray(3), { useMaps: true }) as unknown[];
const withParts = (document: JsonObject, parts: unknown, header = [0xd9, 0x5d, 0x01]): JsonObject => ({
  ...document,
  proof: {
    ...proofOf(document),
    proofValue: `u${base64urlEncode(Uint8Array.from([...header, ...encode(parts)]))}`,
  },
});
const replaced = (at: number, part: unknown): unknown[] => partsOf(derived).with(at, part);

describe('base proofs', () => {
  it('“`u` for sd”: P-256, tag 0xd95d00 and five parts', () => {
    const { proofValue } = proofOf(base);
    expect([...base64urlDecode(proofValue.slice(1)).subarray(0, 3)]).toEqual([0xd9, 0x5d, 0x00]);
    expect(proofValue[0]).toBe('u');
    const [baseSignature, publicKey, hmacKey, signatures, pointers] = partsOf(base);
    expect(baseSignature).toHaveLength(64);
    expect(publicKey).toHaveLength(35);
    expect(hmacKey).toHaveLength(32);
    expect(signatures).toHaveLength(13);
    expect(pointers).toEqual(mandatoryPointers);
  });

  it('“ecdsa-sd: mandatory pointers element always present”', async () => {
    const without = await addProof(credential2(key.did), { suite, ...signedBy(key) });
    expect(partsOf(without)[4]).toEqual([]);
  });

  it.each<[string, string[], ProblemCode]>([
    ['a pointer that hits nothing', ['/non/existent/path'], 'POINTER_UNMATCHED'],
    ['a pointer behind the end of a list', ['/credentialSubject/roles/2'], 'POINTER_UNMATCHED'],
    ['a pointer into a list that is no number', ['/credentialSubject/roles/1x'], 'POINTER_UNMATCHED'],
    ['a pointer to what every object inherits', ['/credentialSubject/__proto__'], 'POINTER_UNMATCHED'],
    ['a pointer to what every list has', ['/credentialSubject/roles/length'], 'POINTER_UNMATCHED'],
    ['no pointer', ['issuer'], 'POINTER_INVALID'],
    ['no pointer (a tilde alone)', ['/a~b'], 'POINTER_INVALID'],
    ['too many', Array.from({ length: 257 }, () => '/issuer'), 'POINTER_INVALID'],
  ])('“a pointer that hits nothing is an error”: %s', async (_name, pointers, code) => {
    const made = addProof(credential2(key.did), { suite, ...signedBy(key), mandatoryPointers: pointers });
    await expect(made).rejects.toMatchObject({ details: { problems: [expect.objectContaining({ code })] } });
  });

  it('a key of P-384 does not fit', async () => {
    const p384 = await createTestKey('ES384');
    await expect(addProof(credential2(p384.did), { suite, ...signedBy(p384) })).rejects.toMatchObject({
      details: { problems: [{ code: 'KEY_MISMATCH' }] },
    });
  });

  it('a document with an ordered list is refused: its cells cannot be told apart in a part', async () => {
    const listed = credential2(key.did, {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        { '@vocab': 'urn:example:', ports: { '@id': 'urn:example:ports', '@container': '@list' } },
      ],
      credentialSubject: { ports: ['Callao', 'Paita'] },
    });
    await expect(addProof(listed, { suite, ...signedBy(key) })).rejects.toMatchObject({
      details: { problems: [{ code: 'JSON_LD_INVALID' }] },
    });
  });

  it('“Reject: … base proofs of sd suites”', async () => {
    expect(await verifyProofs(base, verifyOptions())).toMatchObject({
      verified: false,
      problems: [{ code: 'PROOF_VALUE_BASE', pointer: '/proof/proofValue' }],
    });
  });
});

describe('derived proofs', () => {
  it('verify, and disclose what is mandatory or selected with ids and types, and nothing else', async () => {
    const { proof: _proof, ...disclosed } = derived;
    const whole = credential2(key.did);
    const { id, address } = whole.credentialSubject as JsonObject;
    const { '@context': context, type, issuer, validFrom, validUntil } = whole;
    expect(disclosed).toEqual({
      ...{ '@context': context, id: whole.id, type, issuer, validFrom, validUntil },
      credentialSubject: { id, address },
    });
    expect(await verifyProofs(derived, verifyOptions())).toMatchObject({ verified: true, problems: [] });
    expect(JSON.stringify(derived)).not.toContain('PE20100070970');
  });

  it.each<[string, string[]]>([
    ['nothing but what is mandatory', []],
    ['the whole document', ['']],
    ['a whole list', ['/credentialSubject/roles']],
    ['a list without its first item', ['/credentialSubject/roles/1/code']],
    ['items of a list out of order', ['/credentialSubject/roles/1', '/credentialSubject/roles/0']],
    ['a node and something in it', ['/credentialSubject/address', '/credentialSubject/address/city']],
    ['something in a node and the node', ['/credentialSubject/address/city', '/credentialSubject/address']],
    ['the same twice', ['/validUntil', '/validUntil']],
    ['what is mandatory already', ['/issuer/name', '/validFrom']],
    ['a number', ['/credentialSubject/employees']],
    ['texts of a list', ['/credentialSubject/address/streets/0']],
  ])('selecting %s', async (_name, pointers) => {
    const shown = await deriveProof(base, { selectivePointers: pointers });
    expect(await verifyProofs(shown, verifyOptions())).toMatchObject({ verified: true, problems: [] });
    expect(shown.issuer).toEqual({ id: key.did, name: 'Customs of Peru' });
  });

  it('of VCDM 1.1', async () => {
    const secured = await addProof(credential1(key.did), {
      suite,
      ...signedBy(key),
      mandatoryPointers: ['/issuer'],
    });
    const shown = await deriveProof(secured, { selectivePointers: ['/credentialSubject/tin'] });
    expect(await verifyProofs(shown, verifyOptions())).toMatchObject({ verified: true });
  });

  it('texts that look like blank nodes stay texts', async () => {
    const odd = credential2(key.did, { description: 'see _:c14n0 and <urn:bnid:_x_0> and "_:b1"' });
    const secured = await addProof(odd, {
      suite,
      ...signedBy(key),
      mandatoryPointers: ['/issuer', '/description'],
    });
    const shown = await deriveProof(secured, { selectivePointers: ['/credentialSubject/roles'] });
    expect(await verifyProofs(shown, verifyOptions())).toMatchObject({ verified: true });
  });

  it('two derivations of a base proof have no more in common than its signatures', async () => {
    const again = await addProof(credential2(key.did), { suite, ...signedBy(key), mandatoryPointers });
    expect(partsOf(again)[2]).not.toEqual(partsOf(base)[2]);
    expect(partsOf(again)[1]).not.toEqual(partsOf(base)[1]);
  });

  it.each(
    rejectedProofs.filter(([quote]) => !/cut off|multibase|claim taken|another one|characters/.test(quote)),
  )('“Reject: %s”', async (_quote, change, code, pointer) => {
    const result = await verifyProofs(change(derived, proofOf(derived)), verifyOptions());
    expect(result.verified).toBe(false);
    // What was added has no signature of its own: the counts differ before a signature is looked at.
    const codes = code === 'SIGNATURE_INVALID' ? [code, 'PROOF_VALUE_MALFORMED'] : [code];
    expect(codes).toContain(result.problems[0]?.code);
    if (code !== 'SIGNATURE_INVALID') expect(result.problems).toMatchObject([{ pointer }]);
  });

  it.each(['selected', 'mandatory'])('a %s statement taken away', async (which) => {
    const { validUntil: _u, ...withoutSelected } = derived;
    const { validFrom: _f, ...withoutMandatory } = derived;
    const cut = which === 'selected' ? withoutSelected : withoutMandatory;
    expect((await verifyProofs(cut, verifyOptions())).problems).toMatchObject([
      { code: 'PROOF_VALUE_MALFORMED' },
    ]);
  });

  it('“no multibase header”', async () => {
    const { proofValue } = proofOf(derived);
    for (const wrong of [proofValue.slice(1).replace(/^u+/, ''), 'a', `z${proofValue.slice(1)}`]) {
      const proof = { ...proofOf(derived), proofValue: wrong };
      expect((await verifyProofs({ ...derived, proof }, verifyOptions())).problems).toMatchObject([
        { code: 'PROOF_VALUE_ENCODING', pointer: '/proof/proofValue' },
      ]);
    }
  });
});

describe('values of derived proofs that cannot be read', () => {
  const labels = () => partsOf(derived)[3] as Map<number, Uint8Array>;
  const rows: readonly [string, () => JsonObject][] = [
    ['not base64url', () => ({ ...derived, proof: { ...proofOf(derived), proofValue: 'u*' } })],
    ['another tag', () => withParts(derived, partsOf(derived), [0xd9, 0x5d, 0x02])],
    ['no CBOR', () => ({ ...derived, proof: { ...proofOf(derived), proofValue: 'u2V0B_w' } })],
    ['no list', () => withParts(derived, new Map())],
    ['four parts', () => withParts(derived, partsOf(derived).slice(0, 4))],
    ['a signature of 63 bytes', () => withParts(derived, replaced(0, new Uint8Array(63)))],
    ['a key of 36 bytes', () => withParts(derived, replaced(1, new Uint8Array(36)))],
    [
      'a key of another curve',
      () => withParts(derived, replaced(1, Uint8Array.from([0x81, 0x24, ...new Uint8Array(33)]))),
    ],
    [
      'a key off its curve',
      () => withParts(derived, replaced(1, Uint8Array.from([0x80, 0x24, ...new Uint8Array(33).fill(5)]))),
    ],
    ['a statement signature that is text', () => withParts(derived, replaced(2, ['a']))],
    [
      'one statement signature too few',
      () => withParts(derived, replaced(2, (partsOf(derived)[2] as unknown[]).slice(1))),
    ],
    ['labels that are a list', () => withParts(derived, replaced(3, []))],
    ['a label of 31 bytes', () => withParts(derived, replaced(3, new Map([[0, new Uint8Array(31)]])))],
    ['a label of a text', () => withParts(derived, replaced(3, new Map([['c14n0', new Uint8Array(32)]])))],
    ['a label missing', () => withParts(derived, replaced(3, new Map([...labels()].slice(1))))],
    [
      'a label too many',
      () => withParts(derived, replaced(3, new Map([...labels(), [9, new Uint8Array(32)]]))),
    ],
    ['positions that are negative', () => withParts(derived, replaced(4, [-1]))],
    [
      'positions behind the end',
      () => withParts(derived, replaced(4, [...(partsOf(derived)[4] as number[]), 999])),
    ],
    [
      'positions twice',
      () =>
        withParts(
          derived,
          replaced(
            4,
            (partsOf(derived)[4] as number[]).flatMap((at) => [at, at]),
          ),
        ),
    ],
  ];

  it.each(rows)('%s', async (_name, make) => {
    expect(await verifyProofs(make(), verifyOptions())).toMatchObject({
      verified: false,
      problems: [{ code: 'PROOF_VALUE_MALFORMED' }],
    });
  });

  it('two nodes of one label', async () => {
    const two = await deriveProof(base, { selectivePointers: ['/credentialSubject/roles'] });
    const labels = partsOf(two)[3] as Map<number, Uint8Array>;
    expect(labels.size).toBe(2);
    const [label] = labels.values();
    const merged = withParts(two, partsOf(two).with(3, new Map([...labels.keys()].map((at) => [at, label]))));
    expect((await verifyProofs(merged, verifyOptions())).problems).toMatchObject([
      { code: 'PROOF_VALUE_MALFORMED', pointer: '/proof' },
    ]);
  });

  it.each<[string, () => JsonObject]>([
    [
      'other positions',
      () =>
        withParts(
          derived,
          replaced(
            4,
            (partsOf(derived)[4] as number[]).map((at) => at + 1),
          ),
        ),
    ],
    [
      'signatures exchanged',
      () => withParts(derived, replaced(2, (partsOf(derived)[2] as unknown[]).toReversed())),
    ],
    [
      'labels exchanged',
      () =>
        withParts(
          derived,
          replaced(3, new Map([...labels()].map(([at, label]) => [at, label.toReversed()]))),
        ),
    ],
    ['another base signature', () => withParts(derived, replaced(0, new Uint8Array(64).fill(1)))],
  ])('what can be read but is not signed: %s', async (_name, make) => {
    expect(await verifyProofs(make(), verifyOptions())).toMatchObject({
      verified: false,
      problems: [{ code: 'SIGNATURE_INVALID', pointer: '/proof/proofValue' }],
    });
  });
});
