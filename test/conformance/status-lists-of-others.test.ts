import { gzipSync } from 'node:zlib';
import { decodeBitstring, signCompactJws } from '@eslabon/credentials';
import { addProof, type JsonObject } from '@eslabon/data-integrity';
import { createTestKey, vcdm2 } from '@eslabon/data-integrity/testing';
import { checkStatus as ourCheckStatus, type VerifierPorts } from '@eslabon/exchange';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foreignVerifier } from './foreign-verifier.js';
import { credentialOf, startWorld, type World } from './world.js';

const entries = 131_072;

/** Zeros, compressed. Made before the server starts: that takes so long that its connections would end meanwhile. */
const bombs = new Map([100, 200].map((mebibytes) => [mebibytes, bombOf(mebibytes)]));

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.server.stop());

describe('§3 lists of others', () => {
  const url = 'https://issuer.example/lists/1';
  const made = createTestKey('EdDSA');
  const encoded = (bits: Uint8Array) => `u${gzipSync(bits).toString('base64url')}`;
  const bitsWith = (...indexes: number[]) => {
    const bits = new Uint8Array(entries / 8);
    for (const index of indexes) bits[index >> 3] = (bits[index >> 3] as number) | (0x80 >> (index & 7));
    return bits;
  };
  const listOf = async (
    subject: JsonObject = {},
    members: JsonObject = {},
    suite: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' = 'eddsa-rdfc-2022',
  ) => {
    const { did, signer, verificationMethod } = await made;
    const credential = credentialOf(did, {
      '@context': [vcdm2],
      id: url,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: {
        ...{ id: `${url}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation' },
        encodedList: encoded(bitsWith(5)),
        ...subject,
      },
      ...members,
    });
    return addProof(credential, {
      suite,
      signer,
      verificationMethod,
      created: '2026-01-01T00:00:00Z',
    });
  };
  const entry = (more: JsonObject = {}): JsonObject => ({
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '4',
    statusListCredential: url,
    ...more,
  });
  const ask = async (credentialStatus: unknown, fetched: unknown) => {
    const { did } = await made;
    const ports: VerifierPorts = { ...foreignVerifier(world), fetchStatusList: async () => fetched };
    const result = await ourCheckStatus(credentialOf(did, { credentialStatus }), ports);
    return [result?.outcome, result?.problems.map(({ title }) => title)];
  };

  it('say what their bits say', async () => {
    expect(await ask(entry(), await listOf())).toEqual(['pass', []]);
    expect(await ask(entry({ statusListIndex: '5' }), await listOf())).toEqual(['fail', ['STATUS_REVOKED']]);
    const suspension = await listOf({ statusPurpose: ['suspension', 'message'] });
    expect(await ask(entry({ statusPurpose: 'suspension', statusListIndex: '5' }), suspension)).toEqual([
      'fail',
      ['STATUS_SUSPENDED'],
    ]);
    expect(await ask(entry({ statusPurpose: 'message' }), undefined)).toEqual(['pass', []]);
    expect(await ask([entry(), entry({ statusListIndex: '5' })], await listOf())).toEqual([
      'fail',
      ['STATUS_REVOKED'],
    ]);
  });

  it('“Compare bitstrings, never `encodedList`.”: two encodings of the same bits are one list', async () => {
    const [fast, small] = [
      gzipSync(bitsWith(5), { level: 1 }),
      gzipSync(bitsWith(5), { level: 9, memLevel: 1 }),
    ];
    expect(fast.equals(small)).toBe(false);
    for (const zipped of [fast, small]) {
      const list = await listOf({ encodedList: `u${zipped.toString('base64url')}` });
      expect(await ask(entry({ statusListIndex: '5' }), list)).toEqual(['fail', ['STATUS_REVOKED']]);
    }
  });

  it('“Inflate with a size limit always (194 KB of gzip can hold 200 MB).”', async () => {
    const large = bombs.get(200) as string;
    expect(Buffer.from(large.slice(1), 'base64url').length).toBeLessThan(210_000);
    const refused = expect.objectContaining({ code: 'STATUS_LIST_TOO_LARGE' });
    expect(() => decodeBitstring(large)).toThrow(refused);
    // By JCS: canonicalizing RDF has a limit of time of its own, which is not what is asked here.
    const list = await listOf({ encodedList: bombs.get(100) }, {}, 'eddsa-jcs-2022');
    expect(await ask(entry(), list)).toEqual(['fail', ['STATUS_LIST_INVALID']]);
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['another purpose', { statusPurpose: 'suspension' }, {}, 'STATUS_LIST_INVALID'],
    ['another subject', { type: 'https://e.example/#Other' }, {}, 'STATUS_LIST_INVALID'],
    ['another type', {}, { type: ['VerifiableCredential'] }, 'STATUS_LIST_INVALID'],
    ['no list', { encodedList: undefined }, {}, 'STATUS_LIST_INVALID'],
    ['no multibase header', { encodedList: encoded(bitsWith()).slice(1) }, {}, 'STATUS_LIST_LENGTH'],
    ['too few entries', { encodedList: encoded(new Uint8Array(entries / 8 - 1)) }, {}, 'STATUS_LIST_LENGTH'],
    ['no gzip', { encodedList: 'uAAAA' }, {}, 'STATUS_LIST_LENGTH'],
    ['a period that is over', {}, { validUntil: '2024-01-02T00:00:00Z' }, 'STATUS_LIST_INVALID'],
    ['a period to come', {}, { validFrom: '2044-01-02T00:00:00Z' }, 'STATUS_LIST_INVALID'],
  ])('are refused with %s', async (_what, subject, members, title) => {
    const cleaned = Object.fromEntries(Object.entries(subject));
    const list = await listOf(cleaned, members).catch(() => undefined);
    const unsigned = list ?? { ...(await listOf()), credentialSubject: cleaned };
    expect(await ask(entry(), JSON.parse(JSON.stringify(unsigned)))).toEqual(['fail', [title]]);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'unsigned',
      async () => {
        const { proof: _proof, ...rest } = await listOf();
        return rest;
      },
    ],
    ['altered', async () => ({ ...(await listOf()), validFrom: '2023-01-01T00:00:00Z' })],
    [
      'by another issuer',
      async () => {
        const key = await createTestKey('ES256');
        const { proof: _proof, ...rest } = await listOf();
        const { signer, verificationMethod } = key;
        return addProof(
          { ...rest, issuer: key.did },
          { suite: 'ecdsa-rdfc-2019', signer, verificationMethod, created: '2026-01-01T00:00:00Z' },
        );
      },
    ],
    [
      'a token by another issuer',
      async () => {
        const key = await createTestKey('ES256');
        const { proof: _proof, ...rest } = await listOf();
        return signCompactJws(
          { alg: 'ES256', kid: key.verificationMethod, typ: 'vc+jwt' },
          { ...rest, issuer: key.did },
          key.signer.sign,
        );
      },
    ],
    [
      'a token of another type',
      async () => {
        const { did, verificationMethod, signer } = await made;
        return signCompactJws(
          { alg: 'EdDSA', kid: verificationMethod, typ: 'JWT' },
          { iss: did },
          signer.sign,
        );
      },
    ],
    ['a text', async () => 'nonsense'],
    ['null', async () => null],
    ['a list', async () => []],
  ])('are refused when they are %s', async (_what, make) => {
    expect(await ask(entry(), await make())).toEqual(['fail', ['STATUS_LIST_INVALID']]);
  });

  it.each<[string, JsonObject, string]>([
    ['no purpose', { statusPurpose: undefined }, 'STATUS_ENTRY'],
    ['an index that is a number', { statusListIndex: 4 }, 'STATUS_ENTRY'],
    ['a negative index', { statusListIndex: '-1' }, 'STATUS_ENTRY'],
    ['an index with zeros before it', { statusListIndex: '04' }, 'STATUS_ENTRY'],
    ['an index past the end', { statusListIndex: `${entries}` }, 'STATUS_RANGE'],
    ['a list over http', { statusListCredential: 'http://issuer.example/lists/1' }, 'STATUS_ENTRY'],
    ['no list', { statusListCredential: undefined }, 'STATUS_ENTRY'],
    ['entries of several bits', { statusSize: 2 }, 'STATUS_ENTRY'],
  ])('cannot be asked by an entry with %s', async (_what, more, title) => {
    expect(await ask(entry(more), await listOf())).toEqual(['fail', [title]]);
  });

  it('of hosts that are not listed are never fetched, nor from addresses inside', async () => {
    for (const at of [
      'https://127.0.0.1/list',
      'https://localhost/list',
      'https://issuer.example/list',
      `${world.server.url}/contexts/aeo/v1`,
    ]) {
      const credential = await world.issued('eddsa-jcs-2022', {
        credentialStatus: entry({ statusListCredential: at }),
      });
      const { status, json } = await world.verify(credential);
      expect([status, json.checks]).toEqual([400, ['credentialStatus']]);
      expect(await world.verify(credential, { checks: ['proof'] })).toMatchObject({ status: 200 });
    }
  });
});

function bombOf(mebibytes: number): string {
  return `u${gzipSync(new Uint8Array(mebibytes << 20), { level: 9 }).toString('base64url')}`;
}
