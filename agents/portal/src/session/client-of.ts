import { createClient } from '@eslabon/client';
import type { Access } from './access.js';
import type { PortalClient } from './used-operations.js';

/**
 * The agent that the page came from.
 * @param onRefused is told whenever the agent does not take the access (any more)
 */
export function clientOf(access: Access, onRefused: () => void): PortalClient {
  return createClient({
    baseUrl: location.origin,
    apiKey: access.apiKey,
    async fetch(address, init) {
      const response = await fetch(address, { ...init, cache: 'no-store' });
      if (response.status === 401) onRefused();
      return response;
    },
  });
}
