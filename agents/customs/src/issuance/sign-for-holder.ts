import { randomBytes, randomUUID } from 'node:crypto';
import { createSdJwt, formatDidJwk, parseDidJwk, sdJwtVcFromCredential } from '@eslabon/credentials';
import { addProof } from '@eslabon/data-integrity';
import { type CredentialConfiguration, credentialConfigurations } from '@eslabon/exchange';
import { buildCredential } from '../certificates/build-credential.js';
import type { CertificateRow } from '../certificates/certificate-table.js';
import { authoritySigner, dataIntegritySigner } from '../issuers/open-issuers.js';
import { unixSeconds } from '../platform/clock.js';
import { publishedEntries, statusListBase } from '../status-lists/status-place.js';
import type { Issuance } from './create-issuance.js';

export interface HeldCredential {
  id: string;
  /** As a credential response has it: a text, or an object for `ldp_vc`. */
  credential: string | object;
}

export interface Copy {
  /** did:jwk. */
  holder: string;
  configuration: CredentialConfiguration;
  /** When the authority signed the certificate as it is now. */
  signedAt: Date;
}

/**
 * Signs a certificate for one holder. It has an identifier of its own, so that copies of several holders can be told
 * apart, and the status entry of the certificate: whatever is decided about that counts for every copy. All copies of a
 * version have the instant of its first signature: one of their own would tell which of them went to one device.
 */
export async function signForHolder(
  issuance: Issuance,
  row: CertificateRow,
  { holder, configuration, signedAt }: Copy,
): Promise<HeldCredential> {
  const { kernel } = issuance;
  const format = credentialConfigurations[configuration];
  // The key binding of an SD-JWT names the key, not the DID: the DID has to be the one that follows from the key.
  const subject = format === 'dc+sd-jwt' ? formatDidJwk(parseDidJwk(holder)) : holder;
  const credential = credentialFor(issuance, row, subject);
  const { id } = credential;
  const issuedAt = unixSeconds(signedAt);
  if (format === 'dc+sd-jwt') return { id, credential: await selective(issuance, row, credential, issuedAt) };
  if (format === 'jwt_vc_json') {
    const { verificationMethod: kid } = authoritySigner(issuance, 'delegate-1');
    return { id, credential: await kernel.aeoCreateVcJwt({ credential, kid, issuedAt }) };
  }
  const { signer, verificationMethod } = dataIntegritySigner(issuance);
  const created = `${signedAt.toISOString().slice(0, 19)}Z`;
  return {
    id,
    credential: await addProof(credential, { suite: 'eddsa-rdfc-2022', verificationMethod, signer, created }),
  };
}

function credentialFor({ config, keys }: Issuance, row: CertificateRow, subject: string) {
  const issuer = { did: keys.did, name: config.name, country: config.country, utcOffset: config.utcOffset };
  const { chainId, contracts } = config.deployment;
  const entry = { list: row.list as number, index: row.index as number };
  const status = { chainId, contract: contracts.statusRegistry.address, ...entry };
  const lists = publishedEntries(config, entry);
  const built = buildCredential(issuer, `urn:uuid:${randomUUID()}`, row.content, status, lists);
  return { ...built, credentialSubject: { id: subject, ...built.credentialSubject } };
}

async function selective(
  issuance: Issuance,
  row: CertificateRow,
  credential: ReturnType<typeof credentialFor>,
  issuedAt: number,
): Promise<string> {
  const { algorithm, verificationMethod, sign } = authoritySigner(issuance, 'delegate-1');
  const base = statusListBase(issuance.config);
  const list =
    base === undefined ? undefined : { uri: `${base}/${row.list}/token`, idx: row.index as number };
  const { claims, disclosable } = sdJwtVcFromCredential(credential, list);
  const { iss, ...others } = claims;
  const x5c = issuance.chain?.current();
  // Readers that go by certificates take the issuer from the leaf, and may refuse an `iss` that is not an https address
  // in it (docs/adr/0028-x5c.md). Readers that go by DIDs have it in `kid`.
  return createSdJwt({
    header: { alg: algorithm, kid: verificationMethod, typ: 'dc+sd-jwt', ...(x5c && { x5c }) },
    payload: { ...(x5c === undefined && { iss }), ...others, iat: issuedAt },
    ...{ disclosable, sign, random: (bytes: number) => randomBytes(bytes) },
  });
}
