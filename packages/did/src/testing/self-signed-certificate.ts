import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** A certificate and its key in PEM. */
export interface TestCertificate {
  cert: string;
  key: string;
}

/** A self-signed certificate for host names, valid for a day around now (X.509 v3, P-256). For tests only. */
export function selfSignedCertificate(hosts: readonly string[]): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = Date.now();
  const name = sequence(set(sequence(oid('550403'), tlv(0x0c, Buffer.from('Eslabon test')))));
  const algorithm = sequence(oid('2a8648ce3d040302'));
  const alternatives = sequence(...hosts.map((host) => tlv(0x82, Buffer.from(host))));
  const extensions = sequence(sequence(oid('551d11'), tlv(0x04, alternatives)));
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(
      0x02,
      Buffer.concat([Buffer.from([1]), createHash('sha256').update(`${now}`).digest().subarray(0, 8)]),
    ),
    algorithm,
    name,
    sequence(time(now - 43_200_000), time(now + 43_200_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, extensions),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]);
  const certificate = sequence(body, algorithm, tlv(0x03, signature));
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

/** Tag, length and value of DER (X.690). */
function tlv(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

const sequence = (...parts: Buffer[]): Buffer => tlv(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]): Buffer => tlv(0x31, Buffer.concat(parts));
const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'));

/** GeneralizedTime, without fractions of a second. */
function time(milliseconds: number): Buffer {
  const text = new Date(milliseconds).toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '');
  return tlv(0x18, Buffer.from(text));
}
