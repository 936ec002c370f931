import { EslabonError, shown } from '@eslabon/core';
import type { CoseAlgorithm, CoseHeader } from './cose-sign1.js';
import { coseAlgorithms, cwtLabels, labels } from './cose-sign1.js';
import { malformedCose } from './malformed-cose.js';

const maxText = 2048;

/**
 * Reads the headers of a COSE_Sign1. Everything must be protected, but for a kid, which many write beside it and which
 * proves nothing by itself. Labels that are not known are ignored, `crit` is refused.
 * @throws EslabonError CREDENTIAL_MALFORMED or CREDENTIAL_ALGORITHM_UNSUPPORTED
 */
export function readCoseHeader(header: unknown, unprotected: unknown): CoseHeader {
  if (!(header instanceof Map)) throw malformedCose('The protected header is not a map.');
  if (!(unprotected instanceof Map)) throw malformedCose('The unprotected header is not a map.');
  const open = [...unprotected.keys()].find((label) => label !== labels.kid);
  if (open !== undefined) throw malformedCose(`The header ${shown(open, 40)} is not protected.`);
  if (header.has(labels.crit)) throw malformedCose('The header has critical parameters (crit).');
  if (header.has(labels.kid) && unprotected.has(labels.kid)) throw malformedCose('The kid is given twice.');
  const kid = readKid(header.get(labels.kid) ?? unprotected.get(labels.kid));
  const typ = readText(header.get(labels.typ), 'typ');
  const contentType = readText(header.get(labels.contentType), 'content type');
  const issuedAt = readIssuedAt(header.get(labels.cwtClaims));
  return {
    alg: readAlgorithm(header.get(labels.alg)),
    ...(kid !== undefined && { kid }),
    ...(typ !== undefined && { typ }),
    ...(contentType !== undefined && { contentType }),
    ...(issuedAt !== undefined && { issuedAt }),
  };
}

function readAlgorithm(value: unknown): CoseAlgorithm {
  const names = Object.keys(coseAlgorithms) as CoseAlgorithm[];
  const known = names.find((name) => coseAlgorithms[name] === value);
  if (known !== undefined) return known;
  if (value === undefined) throw malformedCose('The protected header names no algorithm (1).');
  throw new EslabonError(
    'CREDENTIAL_ALGORITHM_UNSUPPORTED',
    `The COSE algorithm ${shown(value, 20)} is not accepted.`,
    { hints: [`Sign with ${names.map((name) => `${name} (${coseAlgorithms[name]})`).join(', ')}.`] },
  );
}

function readKid(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (!(value instanceof Uint8Array) || value.length === 0 || value.length > maxText) {
    throw malformedCose(`The kid (4) is not 1 to ${maxText} bytes.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value);
  } catch {
    throw malformedCose('The kid (4) is not UTF-8.');
  }
}

function readText(value: unknown, what: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value !== '' && value.length <= maxText) return value;
  throw malformedCose(`The ${what} is not a text of 1 to ${maxText} characters.`);
}

function readIssuedAt(claims: unknown): number | undefined {
  if (claims === undefined) return undefined;
  if (!(claims instanceof Map)) throw malformedCose('The CWT claims (15) are not a map.');
  const value: unknown = claims.get(cwtLabels.iat);
  if (value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0)) {
    return value as number | undefined;
  }
  throw malformedCose('The CWT claim iat (6) is not whole Unix seconds.');
}
