import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { decode, encode, Tagged } from 'cborg';
import fc from 'fast-check';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { base64Decode, base64Encode } from '../encoding/base64.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { anyCredential, holder, issuer } from '../testing/documents.fixture.js';
import { joseTestKey } from '../testing/jose-keys.fixture.js';
import { sdJwtOf } from '../testing/sd-jwts.fixture.js';
import {
  documentFor,
  jwtOf,
  key,
  keys,
  kid,
  malformed,
  mediaTypes,
  open,
  refused,
  secure,
} from '../testing/securings.fixture.js';
import { securings } from './securings.js';

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
