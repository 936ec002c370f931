import { base64urlDecode, isRecord, parseStrictJsonBytes } from '@eslabon/credentials';
import { answerEncryptions, answerKeyAgreement } from '../configuration.js';
import type { SealedAnswer } from './sealed-answer.js';

/** Bytes of a coordinate of P-256, of what AES-GCM takes beside the key, and bits of the keys. */
const coordinateBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
const keyBits = { A128GCM: 128, A256GCM: 256 } as const;

/** Members of a private JWK (RFC 7518 §6): whoever sends one has told its secret. */
const secretMembers = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv'];

/**
 * Takes a compact JWE apart (RFC 7516 §5.2, RFC 7518 §4.6): `ECDH-ES` to a key of P-256 with A128GCM or A256GCM, and
 * nothing else. Nothing of the standard compresses, and a little that was compressed may become a lot: `zip` is refused;
 * so is `crit`, for no extension is understood.
 * @throws TypeError, or EslabonError CREDENTIAL_MALFORMED
 */
export function readSealedAnswer(jwe: string): SealedAnswer {
  const [protectedHeader = '', encryptedKey, iv, ciphertext, tag, ...more] = jwe.split('.', 6);
  if (encryptedKey !== '' || more.length > 0) {
    throw new TypeError('It is not five parts joined by full stops, the second of them empty.');
  }
  const header = parseStrictJsonBytes(base64urlDecode(protectedHeader), 'JWE header');
  if (!isRecord(header)) throw new TypeError('The header is not a JSON object.');
  const { alg, enc, epk, apu, apv } = header;
  if (alg !== answerKeyAgreement) throw new TypeError('The algorithm (alg) is another one.');
  const encryption = answerEncryptions.find((each) => each === enc);
  if (encryption === undefined) throw new TypeError('The encryption (enc) is another one.');
  if (Object.hasOwn(header, 'zip') || Object.hasOwn(header, 'crit')) {
    throw new TypeError('Compression (zip) and extensions (crit) are not understood.');
  }
  return {
    encryption,
    ephemeral: pointOf(epk),
    otherInfo: otherInfoOf(encryption, apu, apv),
    iv: exactly(ivBytes, iv),
    ciphertext: decoded(ciphertext),
    tag: exactly(tagBytes, tag),
    additional: ascii(protectedHeader),
  };
}

/** Coordinates have all their bytes, also leading zeros (RFC 7518 §6.2.1.2). */
function pointOf(epk: unknown): Uint8Array {
  if (!isRecord(epk) || epk.kty !== 'EC' || epk.crv !== 'P-256') {
    throw new TypeError('The key agreed with (epk) is not one of P-256.');
  }
  if (secretMembers.some((name) => Object.hasOwn(epk, name))) {
    throw new TypeError('The key agreed with (epk) is private.');
  }
  return joined([4], exactly(coordinateBytes, epk.x), exactly(coordinateBytes, epk.y));
}

/**
 * RFC 7518 §4.6.2: AlgorithmID, PartyUInfo and PartyVInfo with their lengths, SuppPubInfo, and no SuppPrivInfo. Two
 * parties that call themselves the same are none (NIST SP 800-56A §5.8).
 */
function otherInfoOf(encryption: SealedAnswer['encryption'], apu: unknown, apv: unknown): Uint8Array {
  if (apu !== undefined && apu === apv) throw new TypeError('The parties (apu, apv) are the same.');
  const parties = [apu, apv].map((party) => (party === undefined ? new Uint8Array() : decoded(party)));
  const parts = [ascii(encryption), ...parties].flatMap((part) => [uint32(part.length), part]);
  return joined(...parts, uint32(keyBits[encryption]));
}

function exactly(bytes: number, value: unknown): Uint8Array {
  const read = decoded(value);
  if (read.length === bytes) return read;
  throw new TypeError(`What has to have ${bytes} bytes has ${read.length}.`);
}

function decoded(value: unknown): Uint8Array {
  if (typeof value === 'string') return base64urlDecode(value);
  throw new TypeError('What has to be base64url is no text.');
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function joined(...parts: ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
