import type { Country, Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { CompactJws, SignatureVerifier } from '@eslabon/credentials';
import { parseCompactJws, parseMultikey } from '@eslabon/credentials';
import type { BlockHeader } from '../header/decode-header.js';
import type { BlockClaims } from '../trust/attest-block.js';
import { blockAttestationType } from '../trust/attest-block.js';
import type { Attestor, TrustAnchor } from '../trust/trust-anchor.js';

export interface AttestationTrust {
  trust: TrustAnchor;
  /** The country whose attestors this reader follows. */
  attestor: Country;
  verifySignature: SignatureVerifier;
}

/**
 * Checks that an attestor of the reader's own country signed exactly this block of this chain.
 * @param hash by which the chain names the block.
 * @throws EslabonError BUNDLE_ATTESTOR_UNKNOWN or BUNDLE_ATTESTATION
 */
export function checkAttestation(
  statement: string,
  { block, hash }: { block: BlockHeader; hash: Hash },
  { trust, attestor: country, verifySignature }: AttestationTrust,
): Attestor {
  const jws = parse(statement);
  const attestor = findAttestor(jws.header.kid, country, trust.attestors);
  const key = parseMultikey(attestor.publicKeyMultibase);
  if (jws.header.typ !== blockAttestationType) {
    throw refused(`is of type “${jws.header.typ ?? ''}”, not ${blockAttestationType}`);
  }
  if (jws.header.alg !== key.algorithm) {
    throw refused(`is signed by ${jws.header.alg}, the attestor's key is for ${key.algorithm}`);
  }
  if (!verifySignature(key, jws.signingInput, jws.signature)) {
    throw refused(`does not carry the signature of ${attestor.kid}`);
  }
  requireClaims(jws.payload, {
    iss: attestor.kid.slice(0, attestor.kid.indexOf('#')),
    chainId: trust.chainId,
    number: block.number,
    hash,
    timestamp: block.timestamp,
  });
  return attestor;
}

function parse(statement: string): CompactJws {
  try {
    return parseCompactJws(statement, { maxBytes: 8192 });
  } catch (cause) {
    throw refused('is not a compact JWS', cause);
  }
}

function findAttestor(kid: string | undefined, country: Country, attestors: readonly Attestor[]): Attestor {
  const known = attestors.find((attestor) => attestor.kid === kid);
  if (known?.country === country) return known;
  const whose =
    known === undefined ? 'in the trust anchor for no country' : `an attestor of ${known.country}`;
  throw new EslabonError(
    'BUNDLE_ATTESTOR_UNKNOWN',
    `${kid ?? 'A key without kid'} is ${whose}, not of ${country}.`,
    {
      hints: [`Use a bundle made by the authority of ${country}, or update the trust anchor.`],
    },
  );
}

function requireClaims(payload: Record<string, unknown>, expected: BlockClaims): void {
  for (const [name, value] of Object.entries(expected)) {
    if (payload[name] !== value)
      throw refused(`says ${name} ${shown(payload[name])}, the bundle has ${value}`);
  }
  const unknown = Object.keys(payload).find((name) => !Object.hasOwn(expected, name));
  if (unknown !== undefined) throw refused(`has an unknown claim “${unknown.slice(0, 40)}”`);
}

function shown(value: unknown): string {
  return String(JSON.stringify(value)).slice(0, 100);
}

function refused(reason: string, cause?: unknown): EslabonError {
  return new EslabonError('BUNDLE_ATTESTATION', `The attestation of the bundle's block ${reason}.`, {
    cause,
  });
}
