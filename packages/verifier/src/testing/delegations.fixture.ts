import type { AeoCredential, Purpose } from '@eslabon/core';
import type { CreateDelegationOptions } from '@eslabon/credentials';
import {
  createDelegatedPresentation,
  createDelegation,
  createDelegationStatusList,
  formatDidJwk,
  parseSecured,
  sdJwtVcFromCredential,
  secureDocument,
} from '@eslabon/credentials';
import { audience, holder, issue, issuedAt, nonce, wallet } from './credentials.fixture.js';
import { testKey } from './keys.fixture.js';
import { authorities, now } from './network.fixture.js';

/** The driver of the company whose wallet is `wallet`. */
export const driver = testKey('ES256');
export const driverDid = formatDidJwk(driver.publicKey);
export const purpose = { kind: 'consignment', reference: '26-0001' } as const satisfies Purpose;
const statusListUri = 'https://agent.example/v1/wallet/status-lists/company';
const hour = 3_600;

/** The company's certificate, naming its wallet. */
export const certificate = (): Promise<string> => issue({ subject: { id: holder } });

/** The same as `dc+sd-jwt`, with other claims where a test wants them. */
export async function sdJwtCertificate(change: Record<string, unknown> = {}): Promise<string> {
  const { claims } = sdJwtVcFromCredential(
    (parseSecured(await certificate()) as { claims: AeoCredential }).claims,
  );
  const { algorithm, sign } = authorities.PE.keys['delegate-1'];
  return secureDocument(JSON.parse(JSON.stringify({ ...claims, ...change })), {
    mediaType: 'application/dc+sd-jwt',
    signer: { algorithm, kid: `${authorities.PE.did}#delegate-1`, sign },
    issuedAt,
    selective: { disclosable: [], random: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  });
}

/** What the company lets its driver do today: this consignment and another, and declarations. */
export async function delegate(change: Partial<CreateDelegationOptions> = {}): Promise<string> {
  return createDelegation({
    id: 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0004',
    company: holder,
    delegate: driverDid,
    certificate: change.certificate ?? (await certificate()),
    purposes: ['consignment', 'declaration'],
    references: [purpose.reference, '26-0002'],
    validFrom: now - hour,
    validUntil: now + hour,
    issuedAt: now - hour,
    sign: wallet.sign,
    ...change,
  });
}

export const status = { statusListUri, index: 7, maxAge: hour };

/** The company's status list of a minute ago. */
export const statusList = (change: object = {}): Promise<string> =>
  createDelegationStatusList({
    ...{ company: holder, statusListUri, withdrawn: [], issuedAt: now - 60, sign: wallet.sign },
    ...change,
  });

/** The driver presents a delegation. */
export const presentFor = (delegation: string, change: object = {}): Promise<string> =>
  createDelegatedPresentation({
    ...{ delegation, audience, nonce, issuedAt: now - 5, expiresAt: now + 300, sign: driver.sign },
    ...change,
  });

/** The same with a delegation and in a presentation that say whatever a test wants. */
export async function presentAnything(delegation: string, members: object = {}): Promise<string> {
  const [header, payload] = partsOf(await presentFor(await delegate()));
  const item = {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:application/vc+jwt,${delegation}`,
    type: 'EnvelopedVerifiableCredential',
  };
  return signed(driver.sign, header, { ...payload, verifiableCredential: [item], ...members });
}

/** Header and payload of a token. */
export function partsOf(token: string): [Record<string, unknown>, Record<string, unknown>] {
  const [header, payload] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  return [JSON.parse(header as string), JSON.parse(payload as string)];
}

/** Signs any header and payload: tests need what nobody ought to make. */
export async function signed(sign: typeof wallet.sign, header: unknown, payload: unknown): Promise<string> {
  const input = [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${input}.${Buffer.from(await sign(new TextEncoder().encode(input))).toString('base64url')}`;
}
