import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SDJwtInstance, type SdJwtPayload } from '@sd-jwt/core';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import type { JoseKey } from '../crypto/jose-key.js';
import { base64urlDecode } from '../encoding/base64url-decode.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import { nativeVerifySignature } from '../native/index.js';
import { joseTestKey } from '../testing/jose-keys.fixture.js';
import { random } from '../testing/sd-jwts.fixture.js';
import { createSdJwt } from './create-sd-jwt.js';
import { parseSdJwt } from './parse-sd-jwt.js';
import { presentSdJwt } from './present-sd-jwt.js';
import { verifySdJwt } from './verify-sd-jwt.js';

/** The libraries of the OpenWallet Foundation, with the same keys. */
const issuer = joseTestKey('ES256');
const holder = joseTestKey('EdDSA');
const signerOf =
  ({ signer }: typeof issuer) =>
  async (text: string) =>
    base64urlEncode(await signer.sign(new TextEncoder().encode(text)));
const verifierOf = (key: JoseKey) => (text: string, signature: string) =>
  nativeVerifySignature(key, new TextEncoder().encode(text), base64urlDecode(signature));
const config = {
  signer: signerOf(issuer),
  signAlg: 'ES256',
  verifier: verifierOf(issuer.publicKey),
  kbSigner: signerOf(holder),
  kbSignAlg: 'EdDSA',
  kbVerifier: verifierOf(holder.publicKey),
  hasher: (data: string | ArrayBuffer, alg: string) =>
    new Uint8Array(
      createHash(alg.replace('sha-', 'sha'))
        .update(Buffer.from(data as string))
        .digest(),
    ),
  hashAlg: 'sha-256' as const,
  saltGenerator: (length: number) => randomBytes(length).toString('base64url'),
};
const libraries = [
  ['@sd-jwt/core', () => new SDJwtInstance(config)],
  ['@sd-jwt/sd-jwt-vc', () => new SDJwtVcInstance(config) as unknown as SDJwtInstance<SdJwtPayload>],
] as const;

const now = Math.floor(Date.now() / 1000);
const payload = {
  iss: 'https://issuer.example',
  iat: now,
  vct: 'https://issuer.example/type',
  cnf: { jwk: holder.publicJwk },
  name: 'Ñandú',
  address: { street: 'Calle 1', city: 'Callao' },
  phones: ['1', '2'],
};
const binding = { audience: 'https://border.example', nonce: 'n-1' };

describe.each(libraries)('%s', (_name, library) => {
  it('reads what we issue and present, and sees the same claims', async () => {
    const sdJwt = await createSdJwt({
      header: { alg: 'ES256', typ: 'dc+sd-jwt' },
      payload,
      disclosable: [['name'], ['address'], ['address', 'city'], ['phones', 0]],
      decoys: 2,
      random,
      sign: issuer.signer.sign,
    });
    const whole = await library().verify(sdJwt);
    expect(whole.payload).toEqual(payload);
    const shown = await presentSdJwt({
      sdJwt,
      reveal: [['address'], ['phones', 0]],
      keyBinding: { ...binding, issuedAt: now, signer: holder.signer },
    });
    const seen = await library().verify(shown, {
      requiredClaimKeys: ['address.street'],
      keyBindingNonce: binding.nonce,
    });
    const { name: _name, ...rest } = payload;
    expect(seen.payload).toEqual({ ...rest, address: { street: 'Calle 1' } });
    expect(seen.kb?.payload).toMatchObject({ aud: binding.audience, nonce: binding.nonce });
  });

  it('issues and presents what we read, and we see the same claims', async () => {
    const frame = {
      _sd: ['name', 'address'],
      _sd_decoy: 2,
      address: { _sd: ['city'] },
      phones: { _sd: [1] },
    };
    const issued = await library().issue(payload, frame as never);
    expect(verifySdJwt(parseSdJwt(issued), { key: issuer.publicKey }).claims).toEqual(payload);
    const shown = await library().present(issued, { address: true, phones: { 1: true } } as never, {
      kb: { payload: { iat: now, aud: binding.audience, nonce: binding.nonce } },
    });
    const seen = verifySdJwt(parseSdJwt(shown), { key: issuer.publicKey, keyBinding: { ...binding, now } });
    const { name: _name, ...rest } = payload;
    expect(seen.claims).toEqual({ ...rest, address: { street: 'Calle 1' } });
    expect(seen.holderKey).toEqual(holder.publicKey);
  });
});
