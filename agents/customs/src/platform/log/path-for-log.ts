/** Addresses whose last part is a secret: whoever knows it has the offer, or may answer the request. */
const secret = /^(\/openid4v(?:ci|p)\/\w+\/).+/s;

/** The path of a request as the log may have it. */
export function pathForLog(path: string): string {
  return path.replace(secret, '$1…');
}
