/** Host and port only: the address may hold a password or an access token. */
export function nodeName(rpcUrl: string): string {
  return URL.canParse(rpcUrl) ? new URL(rpcUrl).host : 'the configured address';
}
