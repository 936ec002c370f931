/** An address that a verifier may lead to: a page of the web, nothing that would run or open a program. */
export function returnAddress(redirectUri: string | undefined): URL | undefined {
  if (redirectUri === undefined || !URL.canParse(redirectUri)) return undefined;
  const address = new URL(redirectUri);
  return address.protocol === 'https:' || address.protocol === 'http:' ? address : undefined;
}
