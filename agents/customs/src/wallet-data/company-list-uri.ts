/**
 * Where the status list of a company's delegations is published.
 * @param publicUrl of the agent that issued the certificate
 * @param thumbprint of the company's key (RFC 7638)
 */
export function companyListUri(publicUrl: string, thumbprint: string): string {
  return `${publicUrl}/v1/wallet/status-lists/${thumbprint}`;
}
