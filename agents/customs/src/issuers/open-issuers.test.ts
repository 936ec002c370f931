import { randomBytes } from 'node:crypto';
import { addProof, createMethodResolver, type JsonObject, verifyProofs } from '@eslabon/data-integrity';
import { createDidResolver, createKeyMethod } from '@eslabon/did';
import { issuerProfileNames, issuerProfiles } from '@eslabon/exchange';
import { describe, expect, it } from '@jest/globals';
import type { AgentParts } from '../agent-parts.js';
import { openDatabase } from '../platform/database/open-database.js';
import { keyTable } from '../platform/keys/key-table.js';
import { openKeyRing } from '../platform/keys/open-key-ring.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { openIssuers } from './open-issuers.js';

const masterKey = randomBytes(32);
const resolver = createDidResolver([createKeyMethod()]);
const resolveVerificationMethod = createMethodResolver(
  async (did) => (await resolver.demand(did)).didDocument as unknown as JsonObject,
);

/** Opens a database and the issuers in it, as a start of the agent does. */
async function start(
  folder: string,
  key: Uint8Array = masterKey,
  profiles: readonly (typeof issuerProfileNames)[number][] = issuerProfileNames,
) {
  const database = await openDatabase(folder);
  try {
    const keys = await openKeyRing(database, masterKey, 648_540);
    const config = { profiles, masterKey: key } as AgentParts['config'];
    return {
      issuers: await openIssuers({ config, database, keys }),
      keys,
      rows: await database.read.find(keyTable),
    };
  } finally {
    await database.close();
  }
}

describe('openIssuers', () => {
  it('makes a key for each profile with a did:key, sealed, and opens the same ones ever after', () =>
    inTemporaryFolder(async (folder) => {
      const first = await start(folder);
      const second = await start(folder);
      const dids = ({ issuers }: typeof first) => [...issuers].map(([name, { did }]) => [name, did]);
      expect(dids(second)).toEqual(dids(first));
      const own = issuerProfileNames.filter((name) => issuerProfiles[name].issuer === 'did:key');
      const rows = second.rows.filter(({ name }) => name.startsWith('issuer/'));
      expect(rows.map(({ name }) => name).sort()).toEqual(own.map((name) => `issuer/${name}`).sort());
      expect(rows.every(({ sealed }) => sealed.startsWith('v1.'))).toBe(true);
      expect(new Set(rows.map(({ publicKey }) => publicKey)).size).toBe(own.length);
      expect(second.keys.did).toBe(first.keys.did);
    }));

  it('makes none that is not asked for', () =>
    inTemporaryFolder(async (folder) => {
      const { issuers, rows } = await start(folder, masterKey, ['vc-jwt']);
      expect([...issuers.keys()]).toEqual(['vc-jwt']);
      expect(rows.filter(({ name }) => name.startsWith('issuer/'))).toEqual([]);
    }));

  it('does not open them under another master key', () =>
    inTemporaryFolder(async (folder) => {
      await start(folder);
      await expect(start(folder, randomBytes(32))).rejects.toMatchObject({ code: 'KEY_SEALED' });
    }));

  it('signs with the key that the DID holds', () =>
    inTemporaryFolder(async (folder) => {
      const { issuers } = await start(folder);
      for (const issuer of issuers.values()) {
        const facts = issuerProfiles[issuer.profile];
        if (issuer.securing !== 'data-integrity' || facts.issuer !== 'did:key') continue;
        if (facts.suite === 'ecdsa-sd-2023') continue;
        const { did, signer, verificationMethod } = issuer;
        const context = ['https://www.w3.org/ns/credentials/v2'];
        const document = { '@context': context, type: ['VerifiableCredential'], issuer: did };
        const created = '2026-11-22T12:00:00Z';
        const secured = await addProof(document, { suite: facts.suite, signer, verificationMethod, created });
        const options = { resolveVerificationMethod, purpose: 'assertionMethod', now: new Date() } as const;
        expect(await verifyProofs(secured, options)).toMatchObject({ verified: true });
      }
    }));
});
