import { didInvalid } from './did-invalid.js';
import type { ParsedDid } from './parsed-did.js';

/** A did:jwk with an RSA key of 4096 bits has some 950 characters; nothing that is resolved has more. */
export const maxDidLength = 2048;

/** idchar of DID Core §3.1, with the colons that separate parts. */
const characters = /^(?:[A-Za-z0-9._:-]|%[0-9A-Fa-f]{2})+$/;

/**
 * Reads a DID (DID Core §3.1, rule `did`). A DID URL with a path, query or fragment is not a DID.
 * @throws EslabonError DID_INVALID
 */
export function parseDid(text: string): ParsedDid {
  if (text.length > maxDidLength) throw didInvalid(text, `has more than ${maxDidLength} characters`);
  const [, method, id] = /^did:([a-z0-9]+):(.+)$/s.exec(text) ?? [];
  if (method === undefined || id === undefined) throw didInvalid(text, 'is not did:<method>:<identifier>');
  if (!characters.test(id)) throw didInvalid(text, 'has a character that no DID may have');
  if (id.endsWith(':')) throw didInvalid(text, 'ends with a colon');
  return { did: text, method, id };
}
