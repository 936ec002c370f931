import { didInvalid } from './did-invalid.js';
import { parseDid } from './parse-did.js';
import type { ParsedDidUrl } from './parsed-did.js';

const maxUrlLength = 4096;

/** pchar of RFC 3986 §3.3, with what the part may have besides. */
const pathCharacters = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*$/;
const queryCharacters = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$/;

/**
 * Reads a DID URL (DID Core §3.2): a DID with, where they are given, path, query and fragment. Relative DID URLs are
 * not read.
 * @throws EslabonError DID_INVALID
 */
export function parseDidUrl(text: string): ParsedDidUrl {
  if (text.length > maxUrlLength) throw didInvalid(text, `has more than ${maxUrlLength} characters`);
  const [beforeFragment, fragment] = cut(text, '#');
  const [beforeQuery, query] = cut(beforeFragment, '?');
  const [did, rest] = cut(beforeQuery, '/');
  const path = rest === undefined ? undefined : `/${rest}`;
  if (!pathCharacters.test(path ?? ''))
    throw didInvalid(text, 'has a path with a character that no path may have');
  for (const part of [query, fragment]) {
    if (!queryCharacters.test(part ?? '')) throw didInvalid(text, 'has a character that no DID URL may have');
  }
  return { ...parseDid(did), path, query, fragment };
}

function cut(text: string, at: string): [string, string | undefined] {
  const position = text.indexOf(at);
  return position < 0 ? [text, undefined] : [text.slice(0, position), text.slice(position + 1)];
}
