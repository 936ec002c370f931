import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegisterEntry } from '@eslabon/bundle';
import { type Country, formatEthrDid } from '@eslabon/core';
import { encodeBundle } from '../../../bundle/src/format/encode-bundle.js';
import { mexicoKid, syntheticContent, trust } from '../../../bundle/src/testing/synthetic-bundle.js';
import { deployment } from '../../../bundle/src/testing/synthetic-chain.js';
import { mexico, peru } from '../../../bundle/src/testing/synthetic-facts.js';
import { attestorSign } from '../../../bundle/src/testing/synthetic-keys.js';
import { createCompact } from '../../../credentials/src/compact/create-compact.js';
import { createDelegatedPresentation } from '../../../credentials/src/delegation/create-delegated-presentation.js';
import { createDelegation } from '../../../credentials/src/delegation/create-delegation.js';
import { formatDidJwk } from '../../../credentials/src/did-jwk/format-did-jwk.js';
import { type CreateVcJwtOptions, createVcJwt } from '../../../credentials/src/vc-jwt/create-vc-jwt.js';
import { peruvianCredential } from './peruvian-credential.js';
import { signerWith } from './signer-with.js';

/** Ten minutes after the block of the bundle. */
export const at = '2023-11-15T01:10:00Z';

/** Indexes of the synthetic Peruvian status list, by what stands there. */
const indexes = { suspended: 0, revoked: 1, active: 2 } as const;

const peruDid = formatEthrDid({ chainId: deployment.chainId, address: peru });

/**
 * Writes what a Mexican border post has into a folder: `pe.eslabon` attested by Mexico, `trust.json`, and
 * Peruvian certificates `active.jwt`, `suspended.jwt`, `revoked.jwt` and `altered.jwt`.
 */
export async function equipBorderPost(folder: string): Promise<void> {
  await writeFile(join(folder, 'pe.eslabon'), await borderPostBundle());
  await writeFile(join(folder, 'trust.json'), JSON.stringify(trust));
  for (const status of ['active', 'suspended', 'revoked'] as const) {
    await writeFile(join(folder, `${status}.jwt`), `${await peruvianToken(indexes[status])}\n`);
  }
  await writeFile(join(folder, 'altered.jwt'), await alteredToken());
}

/** A bundle that Mexico attested, with a register or without. All of them are of the same block. */
export async function borderPostBundle(register?: RegisterEntry[]): Promise<Uint8Array> {
  const content = await syntheticContent({
    attestation: {
      did: formatEthrDid({ chainId: deployment.chainId, address: mexico }),
      kid: mexicoKid,
      algorithm: 'ES256K',
      // The key that the synthetic trust anchor has for Mexico.
      sign: signerWith(Buffer.alloc(32, 9)).sign,
    },
  });
  return encodeBundle({ ...content, register });
}

/** An entry of a register for the company of `active.jwt`. */
export async function registerEntry(tin = 'PE20100047218'): Promise<RegisterEntry> {
  return { country: 'PE' as Country, tin, credential: await peruvianToken(indexes.active) };
}

/** What a driver presents who acts for the company of `active.jwt` in one consignment. */
export async function delegatedPresentation(reference: string): Promise<string> {
  const [company, driver] = [signerWith(Buffer.alloc(32, 5)), signerWith(Buffer.alloc(32, 6))];
  const didOf = ({ publicKey }: typeof company) => formatDidJwk({ algorithm: 'ES256K', bytes: publicKey });
  const now = Date.parse(at) / 1000;
  const delegation = await createDelegation({
    id: 'urn:uuid:3b0f1c1e-52b0-4f3a-9a39-6a2b1f3f9a03',
    ...{ company: didOf(company), delegate: didOf(driver), sign: company.sign },
    certificate: await peruvianToken(indexes.active, undefined, didOf(company)),
    ...{ purposes: ['consignment'], references: [reference] },
    ...{ validFrom: now, validUntil: now + 86_400, issuedAt: now },
  });
  return createDelegatedPresentation({
    ...{ delegation, audience: 'https://border.example', nonce: 'n-1', issuedAt: now, sign: driver.sign },
  });
}

/** The code on a printed certificate, by what stands in the synthetic status list. */
export function printedCode(status: keyof typeof indexes): Promise<string> {
  return createCompact(peruvianCertificate(indexes[status]));
}

async function peruvianToken(index: number, legalName?: string, holder?: string): Promise<string> {
  return createVcJwt(peruvianCertificate(index, legalName, holder));
}

/** A certificate, and all that signing it takes. */
function peruvianCertificate(index: number, legalName?: string, holder?: string): CreateVcJwtOptions {
  return {
    credential: peruvianCredential({
      issuer: peruDid,
      contract: deployment.contracts.statusRegistry.address,
      list: 0,
      index,
      ...(legalName !== undefined && { legalName }),
      holder,
    }),
    kid: `${peruDid}#delegate-1`,
    algorithm: 'ES256',
    issuedAt: 1_700_002_000,
    sign: attestorSign,
  };
}

/** Another name under the signature of a certificate that is in force. */
async function alteredToken(): Promise<string> {
  const [header, , signature] = (await peruvianToken(indexes.active)).split('.');
  const [, payload] = (await peruvianToken(indexes.active, 'Otra Empresa S.A.')).split('.');
  return [header, payload, signature].join('.');
}
