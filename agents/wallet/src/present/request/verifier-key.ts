import type { LoadedBundle } from '@eslabon/bundle';
import { parseEthrDid } from '@eslabon/core';
import { type JoseKey, parseDidJwk } from '@eslabon/credentials';
import { TroubleError } from '../../trouble/trouble-error.js';
import { leafKey } from '../x509/leaf-key.js';
import type { RequestObject } from './open-request-object.js';

export interface VerifierKey {
  key: JoseKey;
  /** Country of the authority, where the own data prove it. */
  country?: string | undefined;
  /** The one host that may get the answer, where the client identifier is about a host. */
  host?: string | undefined;
}

export interface KeyQuestion {
  clientId: string;
  header: RequestObject['header'];
  bundle: LoadedBundle | undefined;
  /** Unix seconds. */
  now: number;
}

/**
 * The key that a request must be signed with, by the prefix of its client identifier (OpenID4VP 1.0 §5.9.3).
 * @throws TroubleError REQUEST_CLIENT_UNSUPPORTED, REQUEST_KEY_UNKNOWN, REQUEST_INVALID, REQUEST_UNSIGNED
 */
export function verifierKey(question: KeyQuestion): Promise<VerifierKey> | VerifierKey {
  const { clientId, header, now } = question;
  const [, prefix = '', rest = ''] = /^([a-z0-9_]+):(.+)$/s.exec(clientId) ?? [];
  switch (prefix) {
    case 'decentralized_identifier':
      return keyOfDid(rest, question);
    case 'x509_san_dns':
    case 'x509_hash':
      return leafKey(prefix, rest, header.x5c, now);
    case 'redirect_uri':
      throw new TroubleError(
        'REQUEST_UNSIGNED',
        'Requests by redirect_uri cannot be signed: it could be anybody’s.',
      );
    default:
      throw new TroubleError(
        'REQUEST_CLIENT_UNSUPPORTED',
        `The verifier names itself in a way that cannot be checked here: “${clientId.slice(0, 80)}”.`,
      );
  }
}

function keyOfDid(did: string, { header, bundle, now }: KeyQuestion): VerifierKey {
  const fragment = header.kid?.startsWith(`${did}#`) ? header.kid.slice(did.length + 1) : undefined;
  if (fragment === undefined) {
    throw new TroubleError('REQUEST_INVALID', 'The request is signed by a key of somebody else (kid).');
  }
  if (did.startsWith('did:jwk:') && fragment === '0') return { key: parseDidJwk(did) };
  if (did.startsWith('did:ethr:')) return keyOfAuthority(did, fragment, bundle, now);
  throw new TroubleError(
    'REQUEST_CLIENT_UNSUPPORTED',
    `Keys of “${did.slice(0, 60)}” cannot be looked up here.`,
  );
}

/** Seconds after which the own data prove nobody any more: an authority may be gone since, or its key stolen. */
const dataLast = 7 * 86_400;

/** The authority's key as it is now: an admitted authority, whose attested keys are all its keys. */
function keyOfAuthority(
  did: string,
  fragment: string,
  bundle: LoadedBundle | undefined,
  now: number,
): VerifierKey {
  const unknown = (why: string) => new TroubleError('REQUEST_KEY_UNKNOWN', `“${did.slice(0, 80)}”: ${why}`);
  if (bundle === undefined) throw unknown('there are no data of the network yet.');
  if (now - bundle.block.timestamp > dataLast) throw unknown('the own data are more than seven days old.');
  const { chainId, address } = parseEthrDid(did);
  const issuer = chainId === bundle.chainId ? bundle.issuers.get(address) : undefined;
  if (issuer === undefined || issuer.record.removedAt !== 0)
    throw unknown('the network has no such authority.');
  const named = issuer.keysCurrent ? issuer.keys.filter((key) => key.fragment === fragment) : [];
  const found = named.find(
    ({ validFrom, validUntil, compromisedAt }) =>
      validFrom <= now + 300 && (validUntil === 0 || now < validUntil) && compromisedAt === 0,
  );
  if (found === undefined)
    throw unknown(`the own data have no key “${fragment.slice(0, 40)}” of it that is valid now.`);
  return { key: found.key, country: issuer.record.country };
}
