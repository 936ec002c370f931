import { encodeMultikeyText } from '@eslabon/did';
import { type Issuer, type IssuerProfileName, issuerProfiles, type ProfileKeyType } from '@eslabon/exchange';
import type { AgentParts } from '../agent-parts.js';
import { keyTable } from '../platform/keys/key-table.js';
import { birth } from '../platform/keys/open-key-ring.js';
import { unseal } from '../platform/keys/seal.js';
import { openSigningKey, type SigningKey } from '../platform/keys/signing-key.js';

type Parts = Pick<AgentParts, 'config' | 'database' | 'keys'>;

const multikeyTypes = { Ed25519: 'Ed25519', Secp256r1: 'P-256', Secp384r1: 'P-384' } as const;
const algorithms = { Ed25519: 'EdDSA', Secp256r1: 'ES256', Secp384r1: 'ES384' } as const;

/**
 * Opens the issuer profiles that the configuration enables. Each signs with a key of its own: one of a did:key, sealed in
 * the key store and made when it is first needed, or one of the authority's own keys.
 * @throws EslabonError KEY_SEALED
 */
export async function openIssuers(parts: Parts): Promise<ReadonlyMap<IssuerProfileName, Issuer>> {
  const issuers = new Map<IssuerProfileName, Issuer>();
  for (const profile of parts.config.profiles) issuers.set(profile, await openIssuer(parts, profile));
  return issuers;
}

async function openIssuer(parts: Parts, profile: IssuerProfileName): Promise<Issuer> {
  const facts = issuerProfiles[profile];
  if (facts.issuer === 'did:key') {
    const key = await ownKey(parts, `issuer/${profile}`, facts.keyType);
    const text = encodeMultikeyText({ type: multikeyTypes[key.type], bytes: key.publicKey });
    const did = `did:key:${text}` as const;
    const signer = { algorithm: algorithms[key.type], sign: key.sign };
    return { profile, did, verificationMethod: `${did}#${text}`, securing: 'data-integrity', signer };
  }
  const { did } = parts.keys;
  return facts.securing === 'vc+jwt'
    ? { profile, did, securing: 'vc+jwt', ...authoritySigner(parts, 'delegate-1') }
    : { profile, did, ...dataIntegritySigner(parts) };
}

/** The key of the authority that signs tokens: P-256. */
export function authoritySigner({ keys }: Pick<Parts, 'keys'>, fragment: 'delegate-1') {
  const { sign } = keys.key(fragment);
  return { verificationMethod: `${keys.did}#${fragment}`, algorithm: 'ES256' as const, sign };
}

/** The key of the authority that makes Data Integrity proofs: Ed25519. */
export function dataIntegritySigner({ keys }: Pick<Parts, 'keys'>) {
  const { sign } = keys.key('delegate-2');
  const signer = { algorithm: 'EdDSA' as const, sign };
  return { verificationMethod: `${keys.did}#delegate-2`, securing: 'data-integrity' as const, signer };
}

async function ownKey(
  { config, database }: Parts,
  name: string,
  type: ProfileKeyType,
): Promise<SigningKey<ProfileKeyType>> {
  const row = await database.transaction(async (manager) => {
    const known = await manager.findOneBy(keyTable, { name });
    if (known !== null) return known;
    const born = birth(config.masterKey, name, type);
    await manager.insert(keyTable, born);
    return born;
  });
  return openSigningKey(type, unseal(config.masterKey, name, row.sealed));
}
