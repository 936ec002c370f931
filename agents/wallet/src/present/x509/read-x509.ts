import { base64urlEncode, type JoseKey, joseKeyFromJwk } from '@eslabon/credentials';
import { type DerElement, readSequence } from './der.js';

/** What the wallet reads of a certificate (RFC 5280 §4.1). */
export interface Certificate {
  /** Unix seconds. */
  notBefore: number;
  notAfter: number;
  key: JoseKey;
  /** dNSName of the subject's alternative names, in small letters. */
  dnsNames: string[];
}

const subjectAltName = '55 1d 11';
const ecPublicKey = '2a 86 48 ce 3d 02 01';
const curves: Record<string, { crv: string; bytes: number }> = {
  '2a 86 48 ce 3d 03 01 07': { crv: 'P-256', bytes: 32 },
  '2b 81 04 00 22': { crv: 'P-384', bytes: 48 },
  '2b 81 04 00 23': { crv: 'P-521', bytes: 66 },
};

/** @throws TypeError, EslabonError KEY_UNSUPPORTED */
export function readX509(der: Uint8Array): Certificate {
  const [body] = readSequence(der);
  const fields = readSequence(requireElement(body).whole);
  // The version, [0], is there in every certificate that has extensions.
  const [, , , validity, , keyInfo, ...rest] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
  const [notBefore, notAfter] = readSequence(requireElement(validity).whole).map(readTime);
  if (notBefore === undefined || notAfter === undefined) throw malformed('validity');
  return { notBefore, notAfter, key: readKey(requireElement(keyInfo).whole), dnsNames: dnsNamesIn(rest) };
}

function readKey(info: Uint8Array): JoseKey {
  const [algorithm, bits] = readSequence(info);
  const [type, parameters] = readSequence(requireElement(algorithm).whole).map(({ content }) => hex(content));
  const curve = type === ecPublicKey ? curves[parameters ?? ''] : undefined;
  const point = requireElement(bits).content.subarray(1);
  if (curve === undefined || point[0] !== 4 || point.length !== 1 + 2 * curve.bytes) throw malformed('key');
  const [x, y] = [point.subarray(1, 1 + curve.bytes), point.subarray(1 + curve.bytes)].map(base64urlEncode);
  return joseKeyFromJwk({ kty: 'EC', crv: curve.crv, x, y });
}

function dnsNamesIn(rest: readonly DerElement[]): string[] {
  const extensions = rest.find(({ tag }) => tag === 0xa3);
  if (extensions === undefined) return [];
  return readSequence(extensions.content)
    .map(({ whole }) => readSequence(whole))
    .filter(([id]) => hex(requireElement(id).content) === subjectAltName)
    .flatMap((extension) => readSequence(requireElement(extension.at(-1)).content))
    .filter(({ tag }) => tag === 0x82)
    .map(({ content }) => ascii(content).toLowerCase());
}

/** UTCTime and GeneralizedTime as RFC 5280 §4.1.2.5 has them: with seconds, in UTC. */
function readTime({ tag, content }: DerElement): number {
  const text = ascii(content);
  const year = tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(year) ?? [];
  const time = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  if (Number.isNaN(time)) throw malformed('time');
  return time / 1000;
}

function requireElement(element: DerElement | undefined): DerElement {
  if (element === undefined) throw malformed('form');
  return element;
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1024));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

function malformed(what: string): TypeError {
  return new TypeError(`The ${what} of the certificate cannot be read.`);
}
