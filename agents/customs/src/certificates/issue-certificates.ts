import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Certificate, StatusEntry } from '@eslabon/core';
import type { EntityManager } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { unixSeconds } from '../platform/clock.js';
import { allocateIndexes } from '../status/allocate-indexes.js';
import { publishedEntries } from '../status-lists/status-place.js';
import { buildCredential } from './build-credential.js';

/** What issuing decides about one certificate: where its status stands, and its signed credential. */
export interface Issued {
  credentialId: string;
  list: number;
  index: number;
  token: string;
  issuedAt: string;
}

/** Key that signs credentials: P-256, which standard wallets and native libraries know best. */
const issuingFragment = 'delegate-1';

/** Signatures without a pause. */
const turn = 25;

/**
 * Allocates status indexes and signs the credentials of certificates, inside the transaction that stores them: if it
 * does not commit, no index is used up and no credential exists.
 */
export async function issueCertificates(
  parts: Pick<AgentParts, 'config' | 'keys' | 'kernel' | 'clock'>,
  manager: EntityManager,
  certificates: readonly Certificate[],
): Promise<Issued[]> {
  const { config, keys, kernel } = parts;
  const entries = await allocateIndexes(manager, certificates.length);
  const now = parts.clock();
  const issuer = { did: keys.did, name: config.name, country: config.country, utcOffset: config.utcOffset };
  const registry: Pick<StatusEntry, 'chainId' | 'contract'> = {
    chainId: config.deployment.chainId,
    contract: config.deployment.contracts.statusRegistry.address,
  };
  const issued: Issued[] = [];
  for (const [position, certificate] of certificates.entries()) {
    // Signing keeps the only thread busy: readers get their turn during a long run too.
    if (position % turn === turn - 1) await setImmediate();
    const entry = entries[position] as { list: number; index: number };
    const credentialId = `urn:uuid:${randomUUID()}`;
    const lists = publishedEntries(config, entry);
    const credential = buildCredential(issuer, credentialId, certificate, { ...registry, ...entry }, lists);
    const kid = `${keys.did}#${issuingFragment}`;
    const token = await kernel.aeoCreateVcJwt({ credential, kid, issuedAt: unixSeconds(now) });
    issued.push({ credentialId, ...entry, token, issuedAt: now.toISOString() });
  }
  return issued;
}
