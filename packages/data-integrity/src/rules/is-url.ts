/**
 * True for an absolute URL as VCDM 2.0 means it (§1.2 conformance, §4.4): a scheme, a colon and what RFC 3986 and its
 * international form allow; DIDs and URNs included, blank nodes, spaces and brackets of any kind not.
 */
export function isUrl(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/u.test(value);
}
