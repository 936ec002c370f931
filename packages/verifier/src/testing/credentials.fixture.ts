import type { AeoCredential } from '@eslabon/core';
import { aeoContext, aeoSchemaId, vcdm1Context, vcdm2Context } from '@eslabon/core';
import { createVpJwt, formatDidJwk, signCompactJws } from '@eslabon/credentials';
import type { TestKey } from './keys.fixture.js';
import { testKey } from './keys.fixture.js';
import { authorities, chainId, now, seconds, statusRegistry } from './network.fixture.js';

/** Index of the test credentials in Peru's list 0. */
export const index = 7;
export const issuedAt = seconds('2026-01-05T12:00:00Z');
const validFrom = '2026-01-10T00:00:00Z';
const validUntil = '2029-01-10T00:00:00Z';
export const wallet = testKey('ES256');
export const holder = formatDidJwk(wallet.publicKey);
export const audience = 'https://border.example';
export const nonce = 'n-1';

const status = { type: 'EslabonStatusEntry', chainId, contract: statusRegistry, list: 0, index };
const type = ['VerifiableCredential', 'AeoCertificateCredential'];
const schema = { id: aeoSchemaId, type: 'JsonSchema' };
const certificate = {
  type: 'AeoCertificate',
  certificateNumber: 'PE-OEA-0007',
  certificateType: 'security',
  operatorRoles: ['EX', 'WH'],
  decisionDate: '2026-01-05',
  effectiveDate: '2026-01-10',
};

/** Members of the credential that a test wants otherwise; those of the subject and the certificate are merged in. */
export interface Changes {
  credential?: Record<string, unknown>;
  subject?: Record<string, unknown>;
  certificate?: Record<string, unknown>;
  status?: Record<string, unknown>;
}

function credential(changes: Changes = {}): AeoCredential {
  return {
    '@context': [vcdm2Context, aeoContext],
    id: 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0001',
    type,
    issuer: { id: authorities.PE.did, name: 'SUNAT', country: 'PE' },
    validFrom,
    validUntil,
    credentialSubject: {
      type: 'AuthorizedEconomicOperator',
      legalName: 'Exportadora Andina S.A.C.',
      tin: 'PE20123456786',
      ...changes.subject,
      certificate: { ...certificate, ...changes.certificate },
    },
    credentialStatus: { ...status, ...changes.status },
    credentialSchema: schema,
    ...changes.credential,
  } as unknown as AeoCredential;
}

export interface Issuance extends Changes {
  key?: TestKey;
  kid?: string;
  iat?: number;
}

/** A vc+jwt of Peru, or what a forger would make of one. Signed whatever it says: tests need bad ones. */
export function issue({
  key = authorities.PE.keys['delegate-1'],
  ...options
}: Issuance = {}): Promise<string> {
  const { kid = `${authorities.PE.did}#delegate-1`, iat = issuedAt } = options;
  const header = { alg: key.algorithm, kid, typ: 'vc+jwt', cty: 'vc' };
  return signCompactJws(header, { ...credential(options), iat }, key.sign);
}

/** The same certificate as stock Veramo issues it: VCDM 1.1, without kid, by the controller's key. */
export function issue11(
  changes: Changes = {},
  key: TestKey = authorities.PE.keys.controller,
): Promise<string> {
  const { credentialSubject, credentialStatus, credentialSchema, id } = credential(changes);
  const payload = {
    vc: {
      '@context': [vcdm1Context, aeoContext],
      type,
      credentialSubject,
      credentialStatus: { ...credentialStatus, id: 'https://agent.example/status/0/7' },
      credentialSchema,
    },
    issuer: { name: 'SUNAT', country: 'PE' },
    jti: id,
    nbf: seconds(validFrom),
    exp: seconds(validUntil),
    iss: authorities.PE.did,
  };
  return signCompactJws({ alg: key.algorithm, typ: 'JWT' }, payload, key.sign);
}

/** A presentation by the wallet, of credentials that need not be good. */
export function present(credentials: readonly string[], changes: object = {}): Promise<string> {
  return createVpJwt({
    holder,
    kid: `${holder}#0`,
    algorithm: wallet.algorithm,
    credentials,
    audience,
    nonce,
    issuedAt: now - 5,
    expiresAt: now + 300,
    sign: wallet.sign,
    ...changes,
  });
}

/** Replaces the last bytes of the signature: the claims stay readable, the signature is nobody's. */
export function forge(token: string): string {
  const at = token.lastIndexOf('.') + 10;
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}
