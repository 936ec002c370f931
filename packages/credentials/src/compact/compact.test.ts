import {
  type AeoCredential,
  aeoCredentialSchema,
  certificateTypeSchema,
  EslabonError,
  operatorRoles,
} from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { encode, Tagged } from 'cborg';
import fc from 'fast-check';
import { verifySignature } from '../crypto/verify-signature.js';
import { base45Decode, base45Encode } from '../encoding/base45.js';
import { parseSecured } from '../secured/parse-secured.js';
import { credential, issuedAt, issuerDid } from '../testing/credential.fixture.js';
import { testKey } from '../testing/keys.fixture.js';
import { kid } from '../testing/tokens.fixture.js';
import { claimsFromCredential } from './claims-from-credential.js';
import { compactLength } from './compact-length.js';
import { createCompact } from './create-compact.js';
import { compactMediaType, maxCompactCharacters } from './labels.js';
import { parseCompact } from './parse-compact.js';

const key = testKey('ES256');
const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const create = (made: AeoCredential = credential(), more: object = {}) =>
  createCompact({ credential: made, kid, algorithm: 'ES256', issuedAt, sign: key.sign, ...more });

const text = (maxLength: number) =>
  fc
    .string({ minLength: 1, maxLength, unit: 'grapheme' })
    .filter((value) => value.length <= maxLength && !value.includes('\ufffd'));
const date = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const offset = fc.constantFrom('Z', '-05:00', '+05:45', '-12:00', '+14:00');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Whatever the schema of credentials takes of an authority that writes its dates in its own zone. */
const credentials: fc.Arbitrary<AeoCredential> = fc
  .record({
    ...{ issuerName: text(256), legalName: text(256), tradeName: maybe(text(100)), number: text(35) },
    type: fc.constantFrom(...certificateTypeSchema.options),
    roles: fc.subarray([...operatorRoles], { minLength: 1 }),
    tin: fc.constantFrom('PE1', 'MXÑ&1', 'PE201234567891234'),
    ...{ decided: date, effective: date, ends: maybe(date), until: maybe(date), zone: offset },
    chainId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    contract: fc.uint8Array({ minLength: 20, maxLength: 20 }),
    list: fc.integer({ min: 0, max: 0xffffffff }),
    index: fc.integer({ min: 0, max: 1_048_575 }),
    uuid: fc.uuid(),
  })
  .map((some) => {
    const made = credential() as unknown as Record<string, Record<string, unknown>>;
    const { validUntil: _end, ...rest } = made;
    const { ends, until, zone } = some;
    return aeoCredentialSchema.parse({
      ...rest,
      id: `urn:uuid:${some.uuid}`,
      issuer: { ...made.issuer, name: some.issuerName },
      validFrom: `${some.effective}T00:00:00${zone}`,
      ...(until !== undefined && { validUntil: `${until}T23:59:59${zone}` }),
      credentialSubject: {
        type: 'AuthorizedEconomicOperator',
        ...{ legalName: some.legalName, tin: some.tin },
        ...(some.tradeName !== undefined && { tradeName: some.tradeName }),
        certificate: {
          type: 'AeoCertificate',
          ...{ certificateNumber: some.number, certificateType: some.type, operatorRoles: some.roles },
          ...{ decisionDate: some.decided, effectiveDate: some.effective },
          ...(ends !== undefined && { validUntil: ends }),
        },
      },
      credentialStatus: {
        type: 'EslabonStatusEntry',
        ...{ chainId: some.chainId, list: some.list, index: some.index },
        contract: `0x${Buffer.from(some.contract).toString('hex')}`,
      },
    });
  });

describe('a certificate in its compact form', () => {
  it('says what the certificate says, but for what no verdict needs', async () => {
    const sent = await create();
    expect(sent).toMatch(/^AEO1:[0-9A-Z $%*+\-./:]+$/);
    const parsed = parseSecured(sent);
    const expected = credential();
    expected.credentialSubject.certificate.operatorRoles = ['IM', 'EX'];
    delete expected.credentialSubject.address;
    expect(parsed).toMatchObject({
      ...{ kind: 'credential', format: 'aeo+cwt', algorithm: 'ES256', kid, issuer: issuerDid, issuedAt },
      status: { list: 0, index: 7 },
    });
    expect(parsed).toHaveProperty('claims', expected);
    expect(verifySignature(key.publicKey, parsed.signingInput, parsed.signature)).toBe(true);
  });

  it('comes back as it was, whatever certificate it is, and is as long as was foretold', async () => {
    await fc.assert(
      fc.asyncProperty(credentials, async (made) => {
        const place = { algorithm: 'ES256', key: 'delegate-1', issuedAt } as const;
        const length = compactLength(made, place);
        if (length > maxCompactCharacters) {
          await expect(create(made)).rejects.toThrow(refused('CREDENTIAL_TOO_LARGE'));
          return;
        }
        const sent = await create(made);
        expect(sent).toHaveLength(length);
        const { tradeName: _withheld, ...subject } = made.credentialSubject;
        expect(parseSecured(sent)).toHaveProperty('claims', { ...made, credentialSubject: subject });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out what may be long: trade name, national number, address, programme, holder, lists', async () => {
    const made = credential();
    Object.assign(made.credentialSubject, {
      ...{ id: 'did:jwk:e30', tradeName: 'Andina', nationalId: { scheme: 'RUC', value: '20' } },
    });
    Object.assign(made.credentialSubject.certificate, {
      programme: 'OEA 3',
      lastValidationDate: '2026-02-01',
    });
    const { credentialSubject: subject } = parseCompact(await create(made)).claims;
    expect(Object.keys(subject).sort()).toEqual(['certificate', 'legalName', 'tin', 'type']);
    expect(subject.certificate).not.toHaveProperty('programme');
    expect(subject.certificate).not.toHaveProperty('lastValidationDate');
    expect(await create(made)).toHaveLength((await create()).length);
  });

  it('is signed by a key of the issuer only, and only where it can be read again', async () => {
    await expect(create(undefined, { kid: 'did:example:1#a' })).rejects.toThrow(
      refused('CREDENTIAL_MALFORMED'),
    );
    await expect(create(undefined, { algorithm: 'ES256K' })).rejects.toThrow(
      refused('CREDENTIAL_ALGORITHM_UNSUPPORTED'),
    );
    await expect(create(undefined, { sign: () => new Uint8Array(63) })).rejects.toThrow(
      refused('CREDENTIAL_SIGNATURE'),
    );
    const broken = credential();
    broken.credentialSubject.legalName = 'half \ud800 of a character';
    await expect(create(broken)).rejects.toThrow(refused('CREDENTIAL_MALFORMED'));
    await expect(create({ ...credential(), id: 'urn:uuid:1' })).rejects.toThrow(refused('CREDENTIAL_SCHEMA'));
  });
});

describe('an altered code', () => {
  it('is refused or not believed, whichever byte is another', async () => {
    const sent = base45Decode((await create()).slice(5));
    for (const [at, byte] of sent.entries()) {
      for (const other of [byte ^ 1, byte ^ 0x80, 0]) {
        if (other === byte) continue;
        const altered = `AEO1:${base45Encode(Uint8Array.from(sent, (b, i) => (i === at ? other : b)))}`;
        expect(isBelieved(altered)).toBe(false);
      }
    }
  });

  it('throws nothing but EslabonError, and is not believed', async () => {
    const sent = await create();
    const bytes = base45Decode(sent.slice(5));
    const cut = fc.nat(sent.length).map((end) => sent.slice(0, end));
    const changed = fc
      .tuple(fc.nat(bytes.length - 1), fc.uint8Array({ maxLength: 4 }))
      .map(
        ([at, put]) =>
          `AEO1:${base45Encode(Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + 1)]))}`,
      );
    const any = fc.string({
      unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:a\u00f1'),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          cut,
          changed,
          any.map((some) => `AEO1:${some}`),
        ),
        (some) => {
          if (some !== sent) expect(isBelieved(some)).toBe(false);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  function isBelieved(sent: string): boolean {
    try {
      const { signingInput, signature } = parseSecured(sent);
      return verifySignature(key.publicKey, signingInput, signature);
    } catch (error) {
      expect(error).toBeInstanceOf(EslabonError);
      return false;
    }
  }
});

describe('parseCompact', () => {
  type Parts = {
    header?: [unknown, unknown][];
    open?: Map<unknown, unknown>;
    claims?: [unknown, unknown][];
    aeo?: [unknown, unknown][];
    payload?: Uint8Array;
  };
  const pairs = (map: Map<unknown, unknown>, change: [unknown, unknown][] = []) =>
    new Map([...new Map([...map, ...change])].filter(([, value]) => value !== undefined));

  /** A code with other members, signed by the real key: strangers may not do that, but authorities may err. */
  const codeOf = async ({ header, open = new Map(), claims, aeo, payload }: Parts = {}) => {
    const usual = new Map<unknown, unknown>([
      ...([
        [1, -7],
        [4, new TextEncoder().encode('#delegate-1')],
      ] as [unknown, unknown][]),
      ...([
        [15, new Map([[6, issuedAt]])],
        [16, compactMediaType],
      ] as [unknown, unknown][]),
    ]);
    const said = claimsFromCredential(credential());
    const inner = pairs(said.get(-65_537) as Map<unknown, unknown>, aeo);
    const body = payload ?? encode(pairs(said, [[-65_537, inner], ...(claims ?? [])]));
    const protectedBytes = encode(pairs(usual, header));
    const signature = await key.sign(encode(['Signature1', protectedBytes, new Uint8Array(), body]));
    return `AEO1:${base45Encode(encode(new Tagged(18, [protectedBytes, open, body, signature])))}`;
  };

  it('reads what the tests below start from', async () => {
    const parsed = parseCompact(await codeOf());
    expect(verifySignature(key.publicKey, parsed.signingInput, parsed.signature)).toBe(true);
  });

  it.each<[string, Parts, string]>([
    ['no kid', { header: [[4, undefined]] }, 'CREDENTIAL_MALFORMED'],
    ['a kid with its DID', { header: [[4, new TextEncoder().encode(kid)]] }, 'CREDENTIAL_MALFORMED'],
    ['an empty fragment', { header: [[4, new TextEncoder().encode('#')]] }, 'CREDENTIAL_MALFORMED'],
    [
      'a kid that is not protected',
      { header: [[4, undefined]], open: new Map([[4, new TextEncoder().encode('#delegate-1')]]) },
      'CREDENTIAL_MALFORMED',
    ],
    ['a header parameter of its own', { header: [[99, 1]] }, 'CREDENTIAL_MALFORMED'],
    ['a content type', { header: [[3, 'application/vc']] }, 'CREDENTIAL_MALFORMED'],
    ['no time', { header: [[15, undefined]] }, 'CREDENTIAL_MALFORMED'],
    ['no type', { header: [[16, undefined]] }, 'CREDENTIAL_FORMAT_UNSUPPORTED'],
    ['the type of a vc+cose', { header: [[16, 'application/vc+cose']] }, 'CREDENTIAL_FORMAT_UNSUPPORTED'],
    ['another algorithm', { header: [[1, -35]] }, 'CREDENTIAL_ALGORITHM_UNSUPPORTED'],
    ['JSON', { payload: new TextEncoder().encode('{}') }, 'CREDENTIAL_MALFORMED'],
    ['a list', { payload: encode([1]) }, 'CREDENTIAL_MALFORMED'],
    ['bytes after the claims', { payload: Uint8Array.from([0xa0, 0]) }, 'CREDENTIAL_MALFORMED'],
    ['a claim of its own', { claims: [[2, 'did:example:1']] }, 'CREDENTIAL_MALFORMED'],
    ['a claim that is named', { claims: [['iss', issuerDid]] }, 'CREDENTIAL_MALFORMED'],
    ['no certificate', { claims: [[-65_537, undefined]] }, 'CREDENTIAL_MALFORMED'],
    ['a member of its own', { aeo: [[16, 1]] }, 'CREDENTIAL_MALFORMED'],
    ['an offset of nothing', { aeo: [[3, 0]] }, 'CREDENTIAL_MALFORMED'],
    ['an offset of a day', { aeo: [[3, 1440]] }, 'CREDENTIAL_MALFORMED'],
    ['half a second', { claims: [[5, 0.5]] }, 'CREDENTIAL_MALFORMED'],
    ['a time as text', { claims: [[5, '0']] }, 'CREDENTIAL_MALFORMED'],
    ['the year 10000', { claims: [[4, 253_402_300_800]] }, 'CREDENTIAL_MALFORMED'],
    ['a year before 0', { aeo: [[9, -719_529]] }, 'CREDENTIAL_MALFORMED'],
    ['a short number', { claims: [[7, new Uint8Array(15)]] }, 'CREDENTIAL_MALFORMED'],
    ['no number', { claims: [[7, undefined]] }, 'CREDENTIAL_MALFORMED'],
    ['a type that is none', { aeo: [[7, 3]] }, 'CREDENTIAL_MALFORMED'],
    ['no roles', { aeo: [[8, 0]] }, 'CREDENTIAL_MALFORMED'],
    ['a role that is none', { aeo: [[8, 1 << 14]] }, 'CREDENTIAL_MALFORMED'],
    ['a contract of another length', { aeo: [[13, new Uint8Array(21)]] }, 'CREDENTIAL_MALFORMED'],
    ['an issuer that is no did:ethr', { claims: [[1, 'https://issuer.example']] }, 'CREDENTIAL_SCHEMA'],
    ['a name that is a number', { aeo: [[4, 7]] }, 'CREDENTIAL_SCHEMA'],
    ['an index beyond its list', { aeo: [[15, 1_048_576]] }, 'CREDENTIAL_SCHEMA'],
    ['no status', { aeo: [[14, undefined]] }, 'CREDENTIAL_SCHEMA'],
  ])('refuses %s', async (_what, parts, code) => {
    const sent = await codeOf(parts);
    expect(() => parseSecured(sent)).toThrow(refused(code));
  });

  it('refuses members in another order', async () => {
    const claims = encode(claimsFromCredential(credential()));
    const swapped = Uint8Array.from([...claims]);
    // The map begins a5 01 <iss> 04 1a <exp> 05 1a <nbf>: exp and nbf trade places.
    const at = 1 + 1 + 2 + issuerDid.length;
    expect([swapped[at], swapped[at + 6]]).toEqual([4, 5]);
    swapped.set(claims.subarray(at + 6, at + 12), at);
    swapped.set(claims.subarray(at, at + 6), at + 6);
    const sent = await codeOf({ payload: swapped });
    expect(() => parseSecured(sent)).toThrow(refused('CREDENTIAL_MALFORMED'));
  });

  it('reads no text that is longer than a code can be', () => {
    expect(() => parseSecured(`AEO1:${'0'.repeat(maxCompactCharacters)}`)).toThrow(
      refused('CREDENTIAL_TOO_LARGE'),
    );
  });
});
