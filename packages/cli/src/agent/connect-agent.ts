import { type Client, type ClientOptions, createClient } from '@eslabon/client';
import { EslabonError } from '@eslabon/core';
import type { AgentAddress } from './agent-address.js';

/**
 * A client of the agent whose every failure is an EslabonError: what is no answer of an agent (a web page, a
 * broken body) becomes UNAVAILABLE.
 */
export function connectAgent(address: AgentAddress, options: Pick<ClientOptions, 'timeoutMs'> = {}): Client {
  const client = createClient({ ...address, ...options });
  const methods = Object.entries(client).map(([id, send]) => [
    id,
    async (request: never) => {
      try {
        return await send(request);
      } catch (cause) {
        if (cause instanceof EslabonError) throw cause;
        throw new EslabonError('UNAVAILABLE', `${address.baseUrl} did not answer ${id} as an agent does.`, {
          cause,
          hints: ['Is this the address of an Eslabón agent, and of the same version as this command?'],
        });
      }
    },
  ]);
  return Object.fromEntries(methods) as Client;
}
