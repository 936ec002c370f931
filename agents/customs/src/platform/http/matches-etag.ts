/**
 * Whether an `if-none-match` header names a representation (RFC 9110 §13.1.2), by weak comparison. Unlike Express’s
 * `request.fresh` it does not look at `cache-control`, which fetch() adds to every conditional request.
 * @param etag opaque part of the entity tag, without quotes.
 */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return [...header.matchAll(/(?:W\/)?"([^"]*)"/g)].some(([, tag]) => tag === etag);
}
