import { didInvalid } from '../syntax/did-invalid.js';
import type { ParsedDid } from '../syntax/parsed-did.js';

/** Labels of letters, digits and hyphens (RFC 1123 §2.1), in lower case. */
const hostName =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Labels that parsers of URLs take for the last part of an IPv4 address. */
const looksNumeric = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/;

/**
 * The address of a did:web's document (did:web, “Read (Resolve)”): the first part of the identifier is the host, with
 * `%3A` before a port; further parts are the path, or `/.well-known` where there are none.
 * @throws EslabonError DID_INVALID for what is no host name, which an IP address is not, and for a path that would
 * leave the place that its parts name
 */
export function didWebUrl({ did, id }: ParsedDid): URL {
  const [authority = '', ...path] = id.split(':');
  const [, host, port] = /^([^%]+)(?:%3[Aa]([1-9]\d{0,4}))?$/.exec(authority) ?? [];
  const name = host?.toLowerCase() ?? '';
  if (!hostName.test(name) || looksNumeric.test(name)) throw didInvalid(did, 'does not name a host');
  if (port !== undefined && Number(port) > 65_535) throw didInvalid(did, 'names a port that does not exist');
  if (path.some(isMisleading)) throw didInvalid(did, 'has a path that leads elsewhere');
  const folder = path.length === 0 ? '.well-known' : path.join('/');
  return new URL(`https://${name}${port === undefined ? '' : `:${port}`}/${folder}/did.json`);
}

/** A part that is empty, or that servers may take for more than one, or for none. */
function isMisleading(part: string): boolean {
  const plain = part.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return plain === '' || plain === '.' || plain === '..' || /[/\\\0?#%]/.test(plain);
}
