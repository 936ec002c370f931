/**
 * The did:web of an agent that answers at the root of a host, whose document is then at `/.well-known/did.json`.
 * @returns undefined when the address is not https, has a path, or names no host but an IP address
 */
export function didWebOf(publicUrl: string): string | undefined {
  if (!URL.canParse(publicUrl)) return undefined;
  const { protocol, hostname, port, pathname, search, hash, username, password } = new URL(publicUrl);
  const isRoot = pathname === '/' && [search, hash, username, password].every((part) => part === '');
  const isAddress = /^\d+(\.\d+){3}$|^\[/.test(hostname);
  if (protocol !== 'https:' || !isRoot || isAddress || !/^[a-z0-9.-]+$/.test(hostname)) return undefined;
  return `did:web:${hostname}${port === '' ? '' : `%3A${port}`}`;
}
