import { parseCoseSign1 } from '../../cose/parse-cose-sign1.js';
import { signCoseSign1 } from '../../cose/sign-cose-sign1.js';
import { base64Decode, base64Encode } from '../../encoding/base64.js';
import { isRecord } from '../../json/is-record.js';
import { parseStrictJsonBytes } from '../../json/parse-strict-json.js';
import { malformed, tooLarge } from '../../secured/credential-errors.js';
import type { Container, Secured } from '../container.js';
import { maxSecuredCharacters } from '../limits.js';
import { mediaTypeOf } from '../media-type.js';
import { refuseSelective } from './refuse-selective.js';

/** Base64 of the bytes d2 84 and the head of a byte string: tag 18 over an array of four. */
const beginning = '0oR';

/**
 * COSE_Sign1 (RFC 9052 §4.2) over JSON, as bytes or in base64, by its tag. A text in base64 has neither full stop nor
 * tilde.
 */
export const coseSign1: Container = {
  name: 'COSE_Sign1',
  recognises: (secured) =>
    typeof secured === 'string'
      ? secured.startsWith(beginning) && !/[.~]/.test(secured)
      : secured[0] === 0xd2 && secured[1] === 0x84,
  take: (secured) => {
    const { header, payload, signingInput, signature } = parseCoseSign1(bytesOf(secured));
    const claims = parseStrictJsonBytes(payload, 'COSE payload');
    if (!isRecord(claims)) throw malformed('The COSE payload is not a JSON object.');
    const [mediaType, contentType] = [mediaTypeOf(header.typ), mediaTypeOf(header.contentType)];
    return {
      algorithm: header.alg,
      ...(header.kid !== undefined && { kid: header.kid }),
      ...(mediaType !== undefined && { mediaType }),
      ...(contentType !== undefined && { contentType }),
      ...(header.issuedAt !== undefined && { issuedAt: header.issuedAt }),
      claims,
      signingInput,
      signature,
    };
  },
  seal: async (claims, { mediaType, contentType, signer, issuedAt }, selective) => {
    refuseSelective('COSE_Sign1', selective);
    const header = {
      alg: signer.algorithm,
      ...(signer.kid !== undefined && { kid: signer.kid }),
      typ: mediaType,
      ...(contentType !== undefined && { contentType }),
      ...(issuedAt !== undefined && { issuedAt }),
    };
    const payload = new TextEncoder().encode(JSON.stringify(claims));
    return base64Encode(await signCoseSign1(header, payload, signer.sign));
  },
};

function bytesOf(secured: Secured): Uint8Array {
  if (typeof secured !== 'string') return secured;
  if (secured.length > maxSecuredCharacters) {
    throw tooLarge('COSE_Sign1', secured.length, maxSecuredCharacters);
  }
  return base64Decode(secured);
}
