import type { Hex } from '@eslabon/core';
import { base58btcEncode } from '@eslabon/credentials';
import { bytesOf, textOf } from './attribute-text.js';
import { base64 } from './base64.js';

/** What a published key is said to be, by algorithm and purpose (did:ethr, “Public Keys”); else it is its algorithm. */
const methodTypes = new Map([
  ['Secp256k1VerificationKey2018', 'EcdsaSecp256k1VerificationKey2019'],
  ['Secp256k1SignatureAuthentication2018', 'EcdsaSecp256k1VerificationKey2019'],
  ['Ed25519VerificationKey2018', 'Ed25519VerificationKey2018'],
  ['Ed25519SignatureAuthentication2018', 'Ed25519VerificationKey2018'],
  ['RSAVerificationKey2018', 'RSAVerificationKey2018'],
  ['X25519KeyAgreementKey2019', 'X25519KeyAgreementKey2019'],
]);

const purposes = new Map([
  ['sigAuth', 'SignatureAuthentication2018'],
  ['veriKey', 'VerificationKey2018'],
  ['enc', 'KeyAgreementKey2019'],
]);

/** Type of the verification method of a published key. */
export function methodType(algorithm: string, purpose: string | undefined): string {
  const suffix = purpose === undefined ? '' : (purposes.get(purpose) ?? purpose);
  return methodTypes.get(`${algorithm}${suffix}`) ?? algorithm;
}

/**
 * The member that holds a published key, by its encoding; hexadecimal when none is said.
 * @returns undefined for PEM that is no text: then it is no key
 */
export function keyMaterial(encoding: string | undefined, value: Hex): Record<string, string> | undefined {
  switch (encoding) {
    case undefined:
    case 'hex':
      return { publicKeyHex: value.slice(2) };
    case 'base64':
      return { publicKeyBase64: base64(bytesOf(value)) };
    case 'base58':
      return { publicKeyBase58: base58btcEncode(bytesOf(value)) };
    case 'pem': {
      const publicKeyPem = textOf(bytesOf(value));
      return publicKeyPem === undefined ? undefined : { publicKeyPem };
    }
    default:
      return { value: value.slice(2) };
  }
}
