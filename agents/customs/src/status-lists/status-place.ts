import { EslabonError } from '@eslabon/core';
import { bitstringEntries, type StatusPlace } from '@eslabon/exchange';
import type { AgentConfig } from '../platform/config/agent-config.js';

type PublicAddress = Pick<AgentConfig, 'publicUrl'>;

/** Where lists are published; `undefined` unless the agent's public address is https, which status lists must be. */
export function statusListBase({ publicUrl }: PublicAddress): string | undefined {
  return publicUrl?.startsWith('https://') ? `${publicUrl.replace(/\/$/, '')}/status-lists` : undefined;
}

/**
 * Where the status of a credential stands in the published lists.
 * @throws EslabonError UNAVAILABLE without a public https address
 */
export function statusPlace(
  config: PublicAddress,
  { list, index }: { list: number; index: number },
): StatusPlace {
  const base = statusListBase(config);
  if (base === undefined) {
    throw new EslabonError(
      'UNAVAILABLE',
      'This agent publishes no status lists: it has no public https address.',
      {
        hints: ['Its operator sets publicUrl to the https address by which others reach it.'],
      },
    );
  }
  const urls = { revocation: `${base}/${list}/revocation`, suspension: `${base}/${list}/suspension` };
  return { urls, index };
}

/** The Bitstring Status List entries of a certificate, or none where no lists are published. */
export function publishedEntries(config: PublicAddress, entry: { list: number; index: number }) {
  return statusListBase(config) === undefined ? [] : bitstringEntries(statusPlace(config, entry));
}
