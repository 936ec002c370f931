import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import type { AgentConfig } from '../platform/config/agent-config.js';
import { createBatcher } from '../platform/database/create-batcher.js';
import { openClients, type PresentationClients } from './clients/open-clients.js';
import { createWatchers, type Watchers } from './events/create-watchers.js';

type Parts = Pick<
  AgentParts,
  'config' | 'database' | 'keys' | 'bundles' | 'client' | 'follower' | 'archive' | 'clock' | 'log'
>;

/** What the use cases of asking for presentations need. */
export interface Presentations extends Parts {
  /** Origin under which wallets reach this agent. */
  verifier: string;
  settings: NonNullable<AgentConfig['presentations']>;
  /** How this authority names itself to wallets. */
  clients: PresentationClients;
  watchers: Watchers;
  /** Writes answers, those that come at once in one go. */
  batch: ReturnType<typeof createBatcher>;
}

/**
 * `undefined` unless the operator configured it.
 * @throws EslabonError CONFIG_INVALID when the certificate cannot be used for the public address
 */
export function createPresentations(parts: Parts): Presentations | undefined {
  const { config, database, keys, bundles, client, follower, archive, clock, log } = parts;
  const { presentations: settings, publicUrl: verifier } = config;
  if (settings === undefined || verifier === undefined) return undefined;
  return {
    ...{ config, database, keys, bundles, client, follower, archive, clock, log },
    ...{ verifier, settings },
    clients: openClients({ keys, clock, verifier, x509: settings.x509 }),
    watchers: createWatchers(settings.maxListeners),
    batch: createBatcher(database),
  };
}

/** @throws EslabonError NOT_FOUND where asking for presentations is not configured */
export function demandPresentations(presentations: Presentations | undefined): Presentations {
  if (presentations !== undefined) return presentations;
  throw new EslabonError('NOT_FOUND', 'This agent does not ask wallets to present certificates.', {
    hints: ['Its operator configures presentations (docs/presentations.md).'],
  });
}
