import { encodeBundle, type RegisterEntry } from '@eslabon/bundle';
import type { EntityManager } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { certificateTable, credentialTable } from '../certificates/certificate-table.js';
import type { BuiltBundle } from './create-bundle-service.js';

/** Files that are made anew only when there is another block or another certificate. */
const kept = 4;

/**
 * Bundles with the register of this authority: the credentials of all certificates that it issued, those revoked
 * included, so that an officer who has only the tax number finds them. The register is proven by nothing; each
 * credential is verified as if the company had presented it.
 */
export function createRegisterBundles({ database, config }: Pick<AgentParts, 'database' | 'config'>) {
  const made = new Map<string, Promise<Uint8Array>>();
  return async ({ content, loaded }: BuiltBundle): Promise<Uint8Array> => {
    const name = `${loaded.block.hash}/${await lastCredential(database.read)}`;
    const existing = made.get(name);
    if (existing !== undefined) return existing;
    const making = readRegister(database.read, config.country).then((register) =>
      encodeBundle({ ...content, register }),
    );
    made.set(name, making);
    making.catch(() => made.delete(name));
    for (const old of [...made.keys()].slice(0, -kept)) made.delete(old);
    return making;
  };
}

/** Credentials are added and never changed, so that the newest one tells whether the register is another. */
async function lastCredential(read: EntityManager): Promise<number> {
  return (await read.maximum(credentialTable, 'sequence')) ?? 0;
}

async function readRegister(
  read: EntityManager,
  country: AgentParts['config']['country'],
): Promise<RegisterEntry[]> {
  const rows = await read
    .createQueryBuilder(credentialTable, 'credential')
    .innerJoin(certificateTable.options.name, 'certificate', 'certificate.id = credential.certificateId')
    .where('credential.format = :format', { format: 'vc+jwt' })
    .select(['certificate.tin AS tin', 'credential.token AS credential'])
    .getRawMany<{ tin: string; credential: string }>();
  return rows.map(({ tin, credential }) => ({ country, tin, credential }));
}
