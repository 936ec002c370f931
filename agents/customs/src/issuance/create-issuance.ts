import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import type { AgentConfig } from '../platform/config/agent-config.js';
import { type IssuerChain, openIssuerChain } from './chain/open-issuer-chain.js';
import { type IssuanceSecrets, openIssuanceSecrets } from './issuance-secrets.js';
import { openRequestKey, type RequestKey } from './request-key.js';

type Parts = Pick<AgentParts, 'config' | 'database' | 'keys' | 'kernel' | 'clock' | 'log'>;

/** What the use cases of issuing to wallets need. */
export interface Issuance extends Parts {
  /** Credential Issuer Identifier. */
  issuer: string;
  settings: NonNullable<AgentConfig['issuance']>;
  secrets: IssuanceSecrets;
  requestKey: RequestKey;
  /** Of the key that signs SD-JWT VCs, where the operator has certificates for it. */
  chain: IssuerChain | undefined;
}

/**
 * `undefined` unless the operator configured it.
 * @throws EslabonError CONFIG_INVALID when the certificates of the key cannot be used
 */
export function createIssuance({ config, database, keys, kernel, clock, log }: Parts): Issuance | undefined {
  const { issuance: settings, publicUrl: issuer } = config;
  if (settings === undefined || issuer === undefined) return undefined;
  const parts = { config, database, keys, kernel, clock, log };
  return {
    ...{ ...parts, issuer, settings },
    secrets: openIssuanceSecrets(config.masterKey),
    requestKey: openRequestKey(config.masterKey),
    chain: settings.x509 && openIssuerChain(settings.x509.certificateFile, parts),
  };
}

/** @throws EslabonError NOT_FOUND where issuing to wallets is not configured */
export function demandIssuance(issuance: Issuance | undefined): Issuance {
  if (issuance !== undefined) return issuance;
  throw new EslabonError('NOT_FOUND', 'This agent does not issue to wallets.', {
    hints: ['Its operator configures issuance (docs/operations.md).'],
  });
}
