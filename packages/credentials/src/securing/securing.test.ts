import { EslabonError, vcdm2Context } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { decode, encode, Tagged } from 'cborg';
import fc from 'fast-check';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { base64Decode, base64Encode } from '../encoding/base64.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { presentSdJwt } from '../sd-jwt/present-sd-jwt.js';
import { anyCredential, anyPresentation, enveloped, holder, issuer } from '../testing/documents.fixture.js';
import { joseTestKey } from '../testing/jose-keys.fixture.js';
import { disclosureOf, random, sdJwtOf } from '../testing/sd-jwts.fixture.js';
import type { OpenOptions } from './open-secured.js';
import { openSecured } from './open-secured.js';
import { secureDocument } from './secure-document.js';
import { securings } from './securings.js';

type Members = Record<string, unknown>;

const kid = `${issuer}#key-1`;
const keys = {
  ES256: joseTestKey('ES256', kid),
  ES384: joseTestKey('ES384', kid),
  ES512: joseTestKey('ES512', kid),
  EdDSA: joseTestKey('EdDSA', kid),
};
const key = keys.ES256;
const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const malformed = refused('CREDENTIAL_MALFORMED');
const selective = { disclosable: [], random };
const vct = { vct: 'https://issuer.example/type', iss: issuer, name: 'x' };
const mediaTypes = [...new Set(securings.map(({ mediaType }) => mediaType))];
const documentFor = (mediaType: string): Members => {
  if (mediaType.includes('/dc+')) return { ...vct };
  return mediaType.includes('/vc+') ? anyCredential() : anyPresentation();
};
const secure = (
  mediaType: (typeof mediaTypes)[number],
  document = documentFor(mediaType),
  more: object = {},
) =>
  secureDocument(document, {
    mediaType,
    signer: key.signer,
    ...(mediaType.endsWith('+sd-jwt') && { selective }),
    ...more,
  });
const open = (secured: string | Uint8Array, options: Partial<OpenOptions> = {}) =>
  openSecured(secured, { keyFor: () => key.publicKey, ...options });

describe.each(mediaTypes)('%s', (mediaType) => {
  it.each(Object.entries(keys))('is secured and opened with %s', async (algorithm, { signer, publicKey }) => {
    const secured = await secure(mediaType, undefined, { signer, issuedAt: 7 });
    const opened = await open(secured, {
      keyFor: (reference) => {
        expect(reference).toMatchObject({ kid, algorithm });
        return publicKey;
      },
      mediaType,
    });
    const { iat: _iat, ...document } = opened.document;
    expect(document).toEqual(documentFor(mediaType));
    expect(opened).toMatchObject({ mediaType, kid, key: publicKey, claims: { iat: 7 } });
    expect(opened.controller).toBe(mediaType.includes('/vp+') ? holder : issuer);
  });

  it('is opened where nothing or the same was said of it, and nowhere else', async () => {
    const secured = await secure(mediaType);
    for (const other of mediaTypes.filter((name) => name !== mediaType)) {
      await expect(open(secured, { mediaType: other })).rejects.toThrow(
        refused('CREDENTIAL_FORMAT_UNSUPPORTED'),
      );
    }
  });

  it('is refused by another key, a key of another algorithm, and none', async () => {
    const secured = await secure(mediaType);
    for (const other of [joseTestKey('ES256').publicKey, keys.EdDSA.publicKey]) {
      await expect(open(secured, { keyFor: () => other })).rejects.toThrow(
        refused('CREDENTIAL_SIGNATURE_INVALID'),
      );
    }
    await expect(open(secured, { keyFor: async () => undefined })).rejects.toThrow(
      refused('CREDENTIAL_KEY_UNKNOWN'),
    );
  });

  it('is of one form, which only its container recognises', async () => {
    const secured = await secure(mediaType);
    const recognising = new Set(
      securings
        .filter(({ container }) => container.recognises(secured))
        .map(({ container }) => container.name),
    );
    expect(recognising.size).toBe(1);
  });

  it('never opens after one character was changed, and throws nothing but EslabonError', async () => {
    const secured = await secure(mediaType);
    const change = fc.tuple(fc.nat(secured.length - 1), fc.constantFrom(...'AZaz09-_.~+/= é'));
    await fc.assert(
      fc.asyncProperty(change, async ([at, character]) => {
        const changed = secured.slice(0, at) + character + secured.slice(at + 1);
        fc.pre(changed !== secured && !(at === secured.length - 1 && secured.endsWith('=')));
        const error = await open(changed, { mediaType }).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(EslabonError);
      }),
      { numRuns: 80 },
    );
  });

  it('is opened in its dates only, where the time is told', async () => {
    const secured = await secure(mediaType, undefined, { claims: { nbf: 100, exp: 200 } });
    for (const [now, skew, inDate] of [
      [100, 0, true],
      [199, 0, true],
      [99, 0, false],
      [200, 0, false],
      [95, 5, true],
      [204, 5, true],
      [205, 5, false],
    ] as const) {
      const opening = open(secured, { now, skew });
      if (inDate) expect((await opening).claims).toMatchObject({ nbf: 100, exp: 200 });
      else await expect(opening).rejects.toThrow(refused('CREDENTIAL_OUT_OF_DATE'));
    }
    expect((await open(secured)).mediaType).toBe(mediaType);
  });
});

it('“typ `vc+jwt`, `vp+jwt`, `vc+sd-jwt`, `vp+sd-jwt`”: headers say so, and jose reads them', async () => {
  for (const typ of ['vc+jwt', 'vp+jwt', 'vc+sd-jwt', 'vp+sd-jwt'] as const) {
    const [token] = (await secure(`application/${typ}`)).split('~');
    const verified = await compactVerify(token as string, await importJWK(key.publicJwk, 'ES256'));
    expect(verified.protectedHeader).toEqual({ alg: 'ES256', kid, typ, cty: typ.slice(0, 2) });
  }
});

it('a vc+jwt that jose made is opened', async () => {
  const token = await new CompactSign(
    new TextEncoder().encode(JSON.stringify(anyCredential({ iss: issuer }))),
  )
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'application/VC+JWT' })
    .sign(await importJWK(key.secretJwk, 'ES256'));
  expect((await open(token)).document).toEqual(anyCredential());
});

it('“COSE_Sign1 in base64 with typ (16) `application/vc+cose` and content type (3) `application/vc`”', async () => {
  for (const kind of ['vc', 'vp'] as const) {
    const secured = await secure(`application/${kind}+cose`);
    const bytes = base64Decode(secured);
    const { value } = decode(bytes, { tags: { 18: Tagged.decoder(18) }, useMaps: true }) as Tagged;
    const [header] = value as [Uint8Array];
    const labels = decode(header, { useMaps: true }) as Map<number, unknown>;
    expect(Object.fromEntries(labels)).toMatchObject({
      1: -7,
      3: `application/${kind}`,
      16: `application/${kind}+cose`,
    });
    expect((await open(bytes)).document).toEqual(await open(secured).then(({ document }) => document));
  }
});

/** Each rule with a document that breaks it, by the words of the contract. */
const credentials: [string, Members][] = [
  ['“unknown top-level members”', { badExtension: { huh: 'what?' } }],
  ['“unknown top-level members”: an embedded proof, which nobody would verify', { proof: {} }],
  ['“`vc`/`vp` claims”: vc', { vc: {} }],
  ['“`vc`/`vp` claims”: vp', { vp: 'x' }],
  ['no context', { '@context': undefined }],
  ['another context first', { '@context': ['https://www.w3.org/ns/credentials/examples/v2', vcdm2Context] }],
  ['no type', { type: undefined }],
  ['another type', { type: ['VerifiablePresentation'] }],
  ['no issuer', { issuer: undefined }],
  ['an issuer that is no URL', { issuer: 'issuer' }],
  ['an issuer without id', { issuer: { name: 'x' } }],
  ['no subject', { credentialSubject: undefined }],
  ['a subject that is a text', { credentialSubject: 'x' }],
  ['no subjects', { credentialSubject: [] }],
  ['an iss other than the issuer', { iss: 'https://other.example' }],
  ['a jti other than the id', { jti: 'urn:uuid:0' }],
  ['a sub other than the subject', { sub: 'did:example:other' }],
];

describe('a credential', () => {
  it.each(credentials)('fails for %s, when it is secured and when it is opened', async (_what, change) => {
    const bad = anyCredential(change);
    for (const mediaType of ['application/vc+jwt', 'application/vc+sd-jwt', 'application/vc+cose'] as const) {
      await expect(secure(mediaType, bad)).rejects.toThrow(malformed);
    }
    await expect(open(await jwtOf('vc+jwt', bad))).rejects.toThrow(malformed);
    await expect(open(await sdJwtOf(key, bad, [], 'vc+sd-jwt'))).rejects.toThrow(malformed);
  });

  it('may have what the data model has, and claims that agree with it', async () => {
    const full = anyCredential({
      ...{ name: 'n', description: 'd', validUntil: '2027-01-10T00:00:00Z', credentialStatus: { type: 'X' } },
      ...{ credentialSchema: { id: 'https://s.example', type: 'X' }, evidence: [], termsOfUse: [] },
      ...{ refreshService: {}, relatedResource: [], confidenceMethod: {}, renderMethod: [] },
    });
    const claims = { iss: issuer, jti: full.id, sub: 'did:example:subject', aud: 'x', cnf: {}, nonce: 'n' };
    const opened = await open(await secure('application/vc+jwt', full, { claims }));
    expect(opened).toMatchObject({ document: full, claims });
  });

  it('may have an issuer that is an object, several subjects, and members that the caller knows', async () => {
    const some = anyCredential({ issuer: { id: issuer, name: 'x' }, credentialSubject: [{}, {}], extra: 1 });
    const additionalMembers = ['extra'];
    const secured = await secure('application/vc+jwt', some, { additionalMembers });
    expect((await open(secured, { additionalMembers })).document).toEqual(some);
    await expect(open(secured)).rejects.toThrow(malformed);
  });

  it('may have an iat that is a text, as other issuers write it: it says nothing about validity', async () => {
    expect((await open(await jwtOf('vc+jwt', anyCredential({ iat: '2010-01-01T19:23:24Z' })))).kind).toBe(
      'credential',
    );
  });
});

const presentations: [string, Members][] = [
  ['“unknown top-level members”', { badExtension: 1 }],
  ['“`vc`/`vp` claims”', { vp: {} }],
  ['“presentations with a non-enveloped … credential”', { verifiableCredential: [anyCredential()] }],
  [
    '“presentations with a non-enveloped … credential”: one that is not in a list',
    { verifiableCredential: anyCredential() },
  ],
  [
    '“presentations with a non-enveloped … credential”: a bare token',
    { verifiableCredential: ['e30.e30.AAAA'] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: an id that is no data URL',
    { verifiableCredential: [enveloped('x', { id: 'not-a-credential' })] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: no id',
    { verifiableCredential: [enveloped('x', { id: undefined })] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: no token',
    { verifiableCredential: [enveloped('')] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: another media type',
    { verifiableCredential: [enveloped('data:application/json,{}')] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: COSE that is not in base64',
    { verifiableCredential: [enveloped('data:application/vc+cose,0oRY')] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: a presentation in it',
    { verifiableCredential: [enveloped('data:application/vp+jwt,e30.e30.AAAA')] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: a member beside',
    { verifiableCredential: [enveloped('x', { issuer })] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: no context',
    { verifiableCredential: [enveloped('x', { '@context': undefined })] },
  ],
  ['“presentations with a … malformed enveloped credential”: null', { verifiableCredential: [null] }],
  ['no type', { type: undefined }],
  ['a holder that is no URL', { holder: 'me' }],
  ['an iss other than the holder', { iss: issuer }],
];

describe('a presentation', () => {
  it.each(presentations)('fails for %s, when it is secured and when it is opened', async (_what, change) => {
    const bad = anyPresentation(change);
    for (const mediaType of ['application/vp+jwt', 'application/vp+sd-jwt', 'application/vp+cose'] as const) {
      await expect(secure(mediaType, bad)).rejects.toThrow(malformed);
    }
    await expect(open(await jwtOf('vp+jwt', bad))).rejects.toThrow(malformed);
  });

  it('hands out each credential as it was issued, to be opened in turn', async () => {
    const issued = await Promise.all(
      (['vc+jwt', 'vc+sd-jwt', 'vc+cose'] as const).map((typ) => secure(`application/${typ}`)),
    );
    const [jwt, sd, cose] = issued as [string, string, string];
    const verifiableCredential = [
      enveloped(jwt),
      enveloped(`data:application/vc+sd-jwt,${sd}`),
      enveloped(`data:application/vc+cose;base64,${cose}\n`),
    ];
    const opened = await open(await secure('application/vp+jwt', anyPresentation({ verifiableCredential })));
    expect(opened.envelopes?.map(({ secured }) => secured)).toEqual(issued);
    for (const { secured, mediaType } of opened.envelopes ?? []) {
      expect((await open(secured, { mediaType })).document).toEqual(anyCredential());
    }
  });

  it('may have one credential, or none; not more than twenty', async () => {
    const of = (verifiableCredential: unknown) =>
      secure('application/vp+jwt', anyPresentation({ verifiableCredential })).then((secured) =>
        open(secured),
      );
    expect((await of(enveloped('x'))).envelopes).toHaveLength(1);
    expect((await of(undefined)).envelopes).toEqual([]);
    await expect(of(new Array(21).fill(enveloped('x')))).rejects.toThrow(refused('CREDENTIAL_TOO_LARGE'));
  });

  it('is bound to whom it is for by claims', async () => {
    const claims = { aud: 'https://border.example', nonce: 'n-1' };
    expect((await open(await secure('application/vp+jwt', undefined, { claims }))).claims).toEqual(claims);
  });
});

describe('“unsecured input”', () => {
  it.each<[string, string]>([
    ['JSON', JSON.stringify(anyCredential())],
    ['a presentation in JSON', JSON.stringify(anyPresentation())],
    ['nothing', ''],
    ['a word', 'credential'],
    ['a JWT without signature', `${text({ alg: 'none', typ: 'vc+jwt' })}.${text(anyCredential())}.`],
    ['a JWT that says so', `${text({ alg: 'none', typ: 'vc+jwt' })}.${text(anyCredential())}.AAAA`],
    ['COSE in hexadecimal', Buffer.from('d284', 'hex').toString('hex')],
  ])('fails: %s', async (_what, secured) => {
    await expect(open(secured)).rejects.toThrow(expect.objectContaining({ name: 'EslabonError' }));
  });
});

it('a token that names another algorithm than its key signed with is refused', async () => {
  const header = { alg: 'EdDSA', kid, typ: 'vc+jwt' } as const;
  const token = await signCompactJws(header, anyCredential(), key.signer.sign);
  await expect(open(token)).rejects.toThrow(refused('CREDENTIAL_SIGNATURE_INVALID'));
});

describe('“wrong typ”', () => {
  it.each(['JWT', 'vc', 'vc+ld+json+jwt', 'application/vp+jwt', 'jwt', 'bad+typ'])(
    'fails: %s for a credential',
    async (typ) => {
      await expect(open(await jwtOf(typ, anyCredential()))).rejects.toThrow(
        expect.objectContaining({ name: 'EslabonError' }),
      );
    },
  );

  it('fails: none', async () => {
    const token = await signCompactJws({ alg: 'ES256', kid }, anyCredential(), key.signer.sign);
    await expect(open(token)).rejects.toThrow(refused('CREDENTIAL_FORMAT_UNSUPPORTED'));
  });

  it('fails: that of another container', async () => {
    await expect(open(await jwtOf('vc+sd-jwt', anyCredential()))).rejects.toThrow(
      refused('CREDENTIAL_FORMAT_UNSUPPORTED'),
    );
    await expect(open(await sdJwtOf(key, anyCredential(), [], 'vc+jwt'))).rejects.toThrow(
      refused('CREDENTIAL_FORMAT_UNSUPPORTED'),
    );
  });

  it('fails: the type of one content and the content type of another', async () => {
    const header = { alg: 'ES256', kid, typ: 'vc+jwt', cty: 'vp' } as const;
    await expect(open(await signCompactJws(header, anyCredential(), key.signer.sign))).rejects.toThrow(
      malformed,
    );
  });

  it('fails in COSE: another type, none, and another content type', async () => {
    const cose = async (labels: [number, unknown][]) => {
      const header = encode(new Map<number, unknown>([[1, -7], ...labels]));
      const payload = new TextEncoder().encode(JSON.stringify(anyCredential()));
      const signature = await key.signer.sign(encode(['Signature1', header, new Uint8Array(), payload]));
      return base64Encode(encode(new Tagged(18, [header, new Map(), payload, signature])));
    };
    const [typ, content] = [
      [16, 'application/vc+cose'],
      [3, 'application/vc'],
    ] as [number, unknown][];
    expect((await open(await cose([content as never, typ as never]))).kind).toBe('credential');
    for (const labels of [[[16, 'really/bad']], [[3, 'application/vc']], [typ, [3, 'application/vp']]]) {
      await expect(open(await cose(labels as [number, unknown][]))).rejects.toThrow(
        expect.objectContaining({ name: 'EslabonError' }),
      );
    }
  });
});

describe('claims that the holder may withhold', () => {
  it('are shown or not, within the credential', async () => {
    const disclosable = [
      ['credentialSubject', 'name'],
      ['credentialSubject', 'phones', 0],
    ];
    const secured = await secure('application/vc+sd-jwt', undefined, { selective: { disclosable, random } });
    expect((await open(secured)).document).toEqual(anyCredential());
    const shown = await presentSdJwt({ sdJwt: secured, reveal: [['credentialSubject', 'name']] });
    const opened = await open(shown);
    expect(opened.document.credentialSubject).toMatchObject({
      name: 'José Ñandú',
      phones: [{ number: '2' }],
    });
    expect(opened.disclosed).toEqual([['credentialSubject', 'name']]);
  });

  it.each(['iss', 'nbf', 'exp', 'cnf', 'vct', 'status', 'credentialStatus'])(
    'are not those that bind the token: %s',
    async (name) => {
      const document = { ...vct, nbf: 1, exp: 2, cnf: {}, status: {}, credentialStatus: {} };
      const disclosable = [[name]];
      await expect(
        secure('application/dc+sd-jwt', document, { selective: { disclosable, random } }),
      ).rejects.toThrow(malformed);
      const hidden = disclosureOf('salt', name, document[name as keyof typeof document]);
      const { [name as keyof typeof document]: _hidden, ...rest } = document;
      const token = await sdJwtOf(key, { ...rest, _sd: [hidden.digest] }, [hidden]);
      await expect(open(token)).rejects.toThrow(malformed);
    },
  );

  it('are only in an SD-JWT', async () => {
    for (const mediaType of ['application/vc+jwt', 'application/vc+cose'] as const) {
      await expect(secure(mediaType, undefined, { selective })).rejects.toThrow(refused('INPUT_INVALID'));
    }
    await expect(secure('application/vc+sd-jwt', undefined, { selective: undefined })).rejects.toThrow(
      refused('INPUT_INVALID'),
    );
  });
});

describe('an SD-JWT VC', () => {
  it('is known by its legacy type too, by what is in it', async () => {
    const legacy = await open(await sdJwtOf(key, vct, [], 'vc+sd-jwt'));
    expect(legacy).toMatchObject({ kind: 'sd-jwt-vc', document: vct, controller: issuer });
    const w3c = await open(await secure('application/vc+sd-jwt'));
    expect(w3c.kind).toBe('credential');
  });

  it.each<[string, Members]>([
    ['no type', { vct: undefined }],
    ['an empty type', { vct: '' }],
    ['an issuer that is an object', { iss: {} }],
    ['a subject that is a number', { sub: 7 }],
    ['a confirmation that is a text', { cnf: 'x' }],
    ['a status that is a list', { status: [] }],
  ])('is refused with %s', async (_what, change) => {
    await expect(open(await sdJwtOf(key, { ...vct, ...change }))).rejects.toThrow(malformed);
  });

  it('proves its holder where that is demanded, and nothing else can', async () => {
    const wallet = joseTestKey('ES256');
    const now = 1_780_000_000;
    const keyBinding = { audience: 'https://border.example', nonce: 'n-1', now };
    const issued = await secure('application/dc+sd-jwt', { ...vct, cnf: { jwk: wallet.publicJwk } });
    const presented = await presentSdJwt({
      sdJwt: issued,
      reveal: 'all',
      keyBinding: { ...keyBinding, issuedAt: now, signer: wallet.signer },
    });
    expect((await open(presented, { keyBinding })).holderKey).toEqual(wallet.publicKey);
    for (const secured of [issued, await secure('application/vc+jwt')]) {
      await expect(open(secured, { keyBinding })).rejects.toThrow(refused('CREDENTIAL_KEY_BINDING'));
    }
  });
});

describe('whatever is handed over', () => {
  it('of no text do two containers say that it is theirs', () => {
    const beginning = fc.constantFrom('0oR', 'eyJ', '', '0oRY~', '0oR.');
    fc.assert(
      fc.property(
        beginning,
        fc.oneof(fc.string(), fc.base64String(), fc.stringMatching(/^[\w.~-]*$/)),
        (first, rest) => {
          const containers = new Set(securings.map(({ container }) => container));
          expect(
            [...containers].filter((container) => container.recognises(first + rest)).length,
          ).toBeLessThan(2);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('ends with EslabonError or is opened', async () => {
    const json = fc.json().map((value) => Buffer.from(value).toString('base64url'));
    const part = fc.oneof(fc.string(), json, fc.constant(text({ alg: 'ES256', typ: 'vc+jwt' })));
    const tokens = fc
      .tuple(fc.array(part, { maxLength: 5 }), fc.constantFrom('.', '~'))
      .map(([parts, by]) => parts.join(by));
    const bytes = fc.uint8Array({ maxLength: 80 }).map((some) => Uint8Array.from([0xd2, 0x84, ...some]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(tokens, bytes, fc.uint8Array(), bytes.map(base64Encode)), async (secured) => {
        await expect(open(secured)).rejects.toThrow(expect.objectContaining({ name: 'EslabonError' }));
      }),
      { numRuns: 500 },
    );
  });

  it('of half a megabyte is the most that is read', async () => {
    const tooLong = `${'A'.repeat(524_280)}.AAAA.AAAA`;
    for (const secured of [tooLong, `${tooLong}~`]) {
      await expect(open(secured)).rejects.toThrow(refused('CREDENTIAL_TOO_LARGE'));
    }
    const cose = `0oRY${'A'.repeat(524_288)}`;
    await expect(open(cose)).rejects.toThrow(refused('CREDENTIAL_TOO_LARGE'));
  });
});

function text(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function jwtOf(typ: string, payload: object): Promise<string> {
  return signCompactJws({ alg: 'ES256', kid, typ }, payload, key.signer.sign);
}
