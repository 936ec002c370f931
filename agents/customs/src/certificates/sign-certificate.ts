import type { Certificate } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { unixSeconds } from '../platform/clock.js';
import { publishedEntries } from '../status-lists/status-place.js';
import { buildCredential } from './build-credential.js';

/** Key that signs credentials: P-256, which standard wallets and native libraries know best. */
const issuingFragment = 'delegate-1';

export interface ToSign {
  certificate: Certificate;
  /** Where its status stands. */
  entry: { list: number; index: number };
  credentialId: string;
  now: Date;
}

/** Signs a certificate as `vc+jwt`. @returns the compact JWT */
export function signCertificate(
  { config, keys, kernel }: Pick<AgentParts, 'config' | 'keys' | 'kernel'>,
  { certificate, entry, credentialId, now }: ToSign,
): Promise<string> {
  const issuer = { did: keys.did, name: config.name, country: config.country, utcOffset: config.utcOffset };
  const { chainId, contracts } = config.deployment;
  const status = { chainId, contract: contracts.statusRegistry.address, ...entry };
  const lists = publishedEntries(config, entry);
  const credential = buildCredential(issuer, credentialId, certificate, status, lists);
  const kid = `${keys.did}#${issuingFragment}`;
  return kernel.aeoCreateVcJwt({ credential, kid, issuedAt: unixSeconds(now) });
}
