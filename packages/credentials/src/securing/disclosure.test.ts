import { describe, expect, it } from '@jest/globals';
import { presentSdJwt } from '../sd-jwt/present-sd-jwt.js';
import { anyCredential, issuer } from '../testing/documents.fixture.js';
import { joseTestKey } from '../testing/jose-keys.fixture.js';
import { disclosureOf, random, sdJwtOf } from '../testing/sd-jwts.fixture.js';
import {
  key,
  type Members,
  malformed,
  open,
  refused,
  secure,
  selective,
  vct,
} from '../testing/securings.fixture.js';

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
