const prefix = 'application/';

/**
 * A `typ` or `cty` as a media type: case does not count, `application/` may be left out where there is no other slash
 * (RFC 7515 §4.1.9).
 */
export function mediaTypeOf(type: string | undefined): string | undefined {
  const name = type?.toLowerCase();
  return name === undefined || name.includes('/') ? name : `${prefix}${name}`;
}

/** The media type as JOSE headers write it: without `application/`. */
export function headerType(mediaType: string): string {
  return mediaType.startsWith(prefix) ? mediaType.slice(prefix.length) : mediaType;
}
