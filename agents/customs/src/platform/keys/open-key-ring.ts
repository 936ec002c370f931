import { type Address, type Did, EslabonError, formatEthrDid, type Hex } from '@eslabon/core';
import type { AgentKey, AgentKeys } from '@eslabon/veramo';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { In } from 'typeorm';
import type { Database } from '../database/open-database.js';
import { type AuthorityKeyType, type KeyRow, keyTable } from './key-table.js';
import { seal, unseal } from './seal.js';
import { createSecret, openSigningKey, type SigningKey } from './signing-key.js';

/** Keys that an authority is born with, in the order in which their attributes are published on ERC-1056. */
const births = [
  ['controller', 'Secp256k1'],
  ['delegate-1', 'Secp256r1'],
  ['delegate-2', 'Ed25519'],
  ['submitter', 'Secp256k1'],
] as const;

/** The authority's keys: the seam behind which an HSM or a KMS can stand. */
export interface KeyRing extends AgentKeys {
  did: Did;
  address: Address;
  /** Account that pays for transactions; it has no right in any contract. */
  submitterSecret: Hex;
  /** Its address, which a hub or a permissioned network has to know. */
  submitterAddress: Address;
  /** Synchronous signing for bulk issuance. */
  key(fragment: string): SigningKey;
}

/** Opens the keys in the database, and makes them when the agent starts for the first time. */
export async function openKeyRing(
  database: Database,
  masterKey: Uint8Array,
  chainId: number,
): Promise<KeyRing> {
  await database.transaction(async (manager) => {
    if ((await manager.count(keyTable)) > 0) return;
    await manager.insert(
      keyTable,
      births.map(([name, type]) => birth(masterKey, name, type)),
    );
  });
  const rows = await database.read.findBy(keyTable, { name: In(births.map(([name]) => name)) });
  const secrets = new Map(rows.map((row) => [row.name, unseal(masterKey, row.name, row.sealed)]));
  const keys = new Map(
    rows.map(({ name, type }) => [
      name,
      openSigningKey(type as AuthorityKeyType, secrets.get(name) as Uint8Array),
    ]),
  );
  const key = (name: string): SigningKey => {
    const found = keys.get(name);
    if (found === undefined) throw new EslabonError('KEY_NOT_FOUND', `This authority has no key “${name}”.`);
    return found;
  };
  const address = addressOf(key('controller').publicKey);
  const did = formatEthrDid({ chainId, address });
  const list: AgentKey[] = births.slice(0, 3).map(([fragment, type]) => ({
    kid: `${did}#${fragment}`,
    fragment,
    type,
    publicKeyHex: Buffer.from(key(fragment).publicKey).toString('hex'),
  }));
  const byKid = (kid: string): SigningKey => key(kid.startsWith(`${did}#`) ? kid.slice(did.length + 1) : '');
  return {
    did,
    address,
    submitterSecret: hex(secrets.get('submitter') as Uint8Array),
    submitterAddress: addressOf(key('submitter').publicKey),
    key,
    list: () => list,
    sign: async (kid, data) => byKid(kid).sign(data),
    signDigest: async (kid, digest) => hex(byKid(kid).signDigest(Buffer.from(digest.slice(2), 'hex'))),
  };
}

/** A new key, sealed. */
export function birth(masterKey: Uint8Array, name: string, type: KeyRow['type']): KeyRow {
  const secret = createSecret(type);
  return {
    name,
    type,
    publicKey: hex(openSigningKey(type, secret).publicKey),
    sealed: seal(masterKey, name, secret),
    createdAt: new Date().toISOString(),
  };
}

/** Ethereum address of a compressed secp256k1 public key (ERC-1056 identity of the controller). */
function addressOf(publicKey: Uint8Array): Address {
  const point = secp256k1.Point.fromBytes(publicKey).toBytes(false);
  return hex(keccak_256(point.subarray(1)).subarray(12));
}

function hex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString('hex')}`;
}
