import { EslabonError } from '@eslabon/core';
import type { JoseAlgorithm } from '../crypto/jose-key.js';
import { isRecord } from '../json/is-record.js';
import { mediaTypeOf } from '../securing/media-type.js';
import type { JwsHeader } from './compact-jws.js';
import { malformedJws } from './malformed-jws.js';

/** Headers that bring their own key, change the encoding, or demand extensions that nobody implements. */
const refusedHeaders = ['crit', 'b64', 'jwk', 'jku', 'x5u', 'x5c', 'zip'];

const readNames = ['typ', 'cty', 'kid'] as const;

export interface ReadJwsHeaderOptions<A extends JoseAlgorithm> {
  /** The algorithms that the caller accepts. */
  algorithms: readonly A[];
  /** False where the caller has the one key already: then `kid` says nothing and is not looked at. */
  readKid: boolean;
  /** Media type of tokens that may have `x5c` for readers of other networks: there it is passed over, unread. */
  x5cUnreadIn?: string | undefined;
}

/**
 * Reads the protected header of a JWS.
 * @throws EslabonError CREDENTIAL_MALFORMED or CREDENTIAL_ALGORITHM_UNSUPPORTED
 */
export function readJwsHeader<A extends JoseAlgorithm>(
  header: unknown,
  { algorithms, readKid, x5cUnreadIn }: ReadJwsHeaderOptions<A>,
): JwsHeader<A> {
  if (!isRecord(header)) throw malformedJws('The JWS header is not a JSON object.');
  const { typ } = header;
  const passed = typeof typ === 'string' && mediaTypeOf(typ) === x5cUnreadIn ? 'x5c' : undefined;
  const refused = refusedHeaders.find((name) => name !== passed && Object.hasOwn(header, name));
  if (refused !== undefined) {
    throw malformedJws(`The JWS header must not have “${refused}”.`, [
      'Keys are looked up by kid among those that are known for the issuer; a token cannot bring its own.',
    ]);
  }
  const read: JwsHeader<A> = { alg: readAlgorithm(header.alg, algorithms) };
  for (const name of readKid ? readNames : readNames.slice(0, 2)) {
    const member = header[name];
    if (member === undefined) continue;
    if (typeof member !== 'string' || member === '' || member.length > 2048) {
      throw malformedJws(`The JWS header's ${name} must be a text of 1 to 2,048 characters.`);
    }
    read[name] = member;
  }
  return read;
}

function readAlgorithm<A extends JoseAlgorithm>(alg: unknown, algorithms: readonly A[]): A {
  if (typeof alg !== 'string') throw malformedJws('The JWS header names no algorithm (alg).');
  const known = algorithms.find((name) => name === alg);
  if (known !== undefined) return known;
  throw new EslabonError(
    'CREDENTIAL_ALGORITHM_UNSUPPORTED',
    `The algorithm “${alg.slice(0, 40)}” is not accepted.`,
    { hints: [`Sign with ${algorithms.slice(0, -1).join(', ')} or ${algorithms.at(-1)}.`] },
  );
}
