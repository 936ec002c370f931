import { encodeTokenStatusList, type StatusWords, tokenListFromWords } from '@eslabon/credentials';
import type { PublishedList } from './status-list-credential.js';

/**
 * The claims of a Status List Token (Token Status List §5.1): two bits an entry, and an entry that is revoked and
 * suspended is invalid. `status_source` is ours, as in the Bitstring Status List.
 * @param uri where it is published
 */
export function tokenStatusListClaims(
  { source, issuer, validFrom, validUntil, ttl, entries }: PublishedList,
  uri: string,
  revoked: StatusWords,
  suspended: StatusWords,
): object {
  return {
    iss: issuer,
    sub: uri,
    iat: Math.floor(validFrom.getTime() / 1000),
    exp: Math.floor(validUntil.getTime() / 1000),
    ttl,
    status_list: encodeTokenStatusList(tokenListFromWords(revoked, suspended, entries)),
    status_source: source,
  };
}
