import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { formatEthrDid } from '@eslabon/core';
import { publicKeyToJwk } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import {
  KeyUsageFlags,
  type KeyUsagesExtension,
  Pkcs10CertificateRequest,
  type SubjectAlternativeNameExtension,
} from '@peculiar/x509';
import { type BitString, fromBER, type Sequence } from 'asn1js';
import { publicKeyOf } from '../../platform/keys/public-key-of.js';
import { openSigningKey } from '../../platform/keys/signing-key.js';
import { createCertificateRequest } from './create-certificate-request.js';

const did = formatEthrDid({ chainId: 648_540, address: `0x${'a'.repeat(40)}` });
const organization = 'Servicio Nacional de Aduanas – ÑandÚ';
const newKey = () => openSigningKey('Secp256r1', randomBytes(32));
const request = (changes: object = {}) =>
  createCertificateRequest({
    ...{ key: newKey(), country: 'PE', organization, did, host: 'oea.example.org' },
    ...changes,
  });
/** What is signed, the key in it, and the signature. */
function partsOf(pem: string) {
  const { result } = fromBER(derOf(pem));
  const [info, , signature] = (result as Sequence).valueBlock.value as [Sequence, Sequence, BitString];
  const [, , spki] = info.valueBlock.value as [Sequence, Sequence, Sequence];
  return {
    info: Buffer.from(info.toBER()),
    spki: Buffer.from(spki.toBER()),
    signature: Buffer.from(signature.valueBlock.valueHexView),
  };
}
const derOf = (pem: string) => Buffer.from(pem.split('\n').slice(1, -2).join(''), 'base64');

const namesIn = (read: Pkcs10CertificateRequest) =>
  (read.getExtension('2.5.29.17') as SubjectAlternativeNameExtension | null)?.names.toJSON();

describe('a request for a certificate of the key that signs SD-JWT VCs', () => {
  it('is read by another implementation as what the authority asks for', () => {
    const key = newKey();
    const read = new Pkcs10CertificateRequest(request({ key }));
    expect(read.subjectName.toJSON()).toEqual([{ C: ['PE'] }, { O: [organization] }, { CN: [organization] }]);
    const names = namesIn(read);
    expect(names).toEqual([
      { type: 'url', value: did },
      { type: 'dns', value: 'oea.example.org' },
    ]);
    const usage = read.getExtension('2.5.29.15') as KeyUsagesExtension | null;
    expect(usage?.usages).toBe(KeyUsageFlags.digitalSignature);
    const { x, y } = createPublicKey(read.publicKey.toString('pem')).export({ format: 'jwk' });
    expect(publicKeyToJwk(publicKeyOf(key))).toMatchObject({ x, y });
  });

  it('is signed by the key', async () => {
    const pem = request();
    expect(await new Pkcs10CertificateRequest(pem).verify()).toBe(true);
    const { info, spki, signature } = partsOf(pem);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify('sha256', info, key, signature)).toBe(true);
    expect(verify('sha256', Buffer.concat([info, Buffer.from([0])]), key, signature)).toBe(false);
  });

  it.each([
    ['80', `3008${'02020080'.repeat(2)}`],
    ['7f', `3006${'02017f'.repeat(2)}`],
    ['0100', `3008${'02020100'.repeat(2)}`],
    [`80${'00'.repeat(31)}`, `3046${`02210080${'00'.repeat(31)}`.repeat(2)}`],
  ])('has the halves of the signature as the shortest positive integers: %s', (value, der) => {
    const half = Buffer.from(value.padStart(64, '0'), 'hex');
    const key = { ...newKey(), sign: () => Buffer.concat([half, half]) };
    expect(partsOf(request({ key })).signature.toString('hex')).toBe(der);
  });

  it('is DER: what is read and written again is the same', () => {
    const der = derOf(request());
    const { offset, result } = fromBER(der);
    expect(offset).toBe(der.length);
    expect(Buffer.from(result.toBER())).toEqual(der);
  });

  it('needs no host', () => {
    const read = new Pkcs10CertificateRequest(request({ host: undefined }));
    const names = namesIn(read);
    expect(names).toEqual([{ type: 'url', value: did }]);
  });

  it('has room for names of 64 characters, not of 65 and not of none', () => {
    const longest = 'Ñ'.repeat(64);
    expect(
      new Pkcs10CertificateRequest(request({ organization: longest })).subjectName.getField('O'),
    ).toEqual([longest]);
    for (const name of ['Ñ'.repeat(65), '']) {
      expect(() => request({ organization: name })).toThrow(
        expect.objectContaining({
          code: 'INPUT_INVALID',
          hints: [expect.stringContaining('--organization')],
        }),
      );
    }
  });
});
