import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Certificate } from '@eslabon/core';
import type { EntityManager } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { allocateIndexes } from '../status/allocate-indexes.js';
import { signCertificate } from './sign-certificate.js';

/** What issuing decides about one certificate: where its status stands, and its signed credential. */
export interface Issued {
  credentialId: string;
  list: number;
  index: number;
  token: string;
  issuedAt: string;
}

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
  const entries = await allocateIndexes(manager, certificates.length);
  const now = parts.clock();
  const issued: Issued[] = [];
  for (const [position, certificate] of certificates.entries()) {
    // Signing keeps the only thread busy: readers get their turn during a long run too.
    if (position % turn === turn - 1) await setImmediate();
    const entry = entries[position] as { list: number; index: number };
    const credentialId = `urn:uuid:${randomUUID()}`;
    const token = await signCertificate(parts, { certificate, entry, credentialId, now });
    issued.push({ credentialId, ...entry, token, issuedAt: now.toISOString() });
  }
  return issued;
}
