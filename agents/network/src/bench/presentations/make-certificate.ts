import { randomBytes } from 'node:crypto';
import {
  createSdJwt,
  formatDidJwk,
  type JoseKey,
  type PublicKey,
  type Sign,
  sdJwtVcFromCredential,
} from '@eslabon/credentials';
import { nativeSigner } from '@eslabon/credentials/native';
import type { Material } from '../securing/material.js';

export interface HeldCertificate {
  /** SD-JWT VC with every disclosure. */
  sdJwt: string;
  publicKey: JoseKey;
  /** With the key of the company. */
  sign: Sign;
}

/** The certificate as SD-JWT VC, signed by its authority for a company with a wallet. */
export async function makeCertificate({ credential, issuer, now }: Material): Promise<HeldCertificate> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const { publicKey, sign } = nativeSigner(await crypto.subtle.exportKey('jwk', pair.privateKey));
  const { credentialSubject } = credential;
  const held = {
    ...credential,
    credentialSubject: { ...credentialSubject, id: formatDidJwk(publicKey as PublicKey) },
  };
  const { claims, disclosable } = sdJwtVcFromCredential(held);
  const { keys } = issuer.parts;
  const sdJwt = await createSdJwt({
    header: { alg: 'ES256', kid: `${keys.did}#delegate-1`, typ: 'dc+sd-jwt' },
    payload: { ...claims, iat: now },
    ...{ disclosable, sign: keys.key('delegate-1').sign, random: (bytes: number) => randomBytes(bytes) },
  });
  return { sdJwt, publicKey, sign };
}
