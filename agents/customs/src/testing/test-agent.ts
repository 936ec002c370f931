import { type Client, createClient } from '@eslabon/client';
import { type Agent, createAgent } from '../create-agent.js';
import type { Clock } from '../platform/clock.js';
import type { AgentConfig } from '../platform/config/agent-config.js';
import { createApiKey } from '../platform/http/api-keys.js';
import { type Role, roles } from '../platform/http/roles.js';

/** An agent with an API key of each role, that can be stopped and started again on the same data. */
export interface TestAgent {
  readonly agent: Agent;
  readonly url: string;
  /** One of each role; the name of a key is its role. */
  readonly keys: Readonly<Record<Role, string>>;
  as(role: Role): Client;
  /** Starts anew on the data of before, on another port; the keys stay. */
  restart(changes?: Partial<AgentConfig>): Promise<void>;
  stop(): Promise<void>;
}

export async function createTestAgent(config: AgentConfig, clock?: Clock): Promise<TestAgent> {
  let agent = await createAgent(config, clock);
  const keys = {} as Record<Role, string>;
  for (const role of Object.keys(roles) as Role[]) {
    keys[role] = await createApiKey(agent.parts.database, role, role);
  }
  return {
    keys,
    get agent() {
      return agent;
    },
    get url() {
      return agent.url;
    },
    as: (role) => createClient({ baseUrl: agent.url, apiKey: keys[role] }),
    async restart(changes = {}) {
      await agent.stop();
      agent = await createAgent({ ...config, ...changes }, clock);
    },
    stop: () => agent.stop(),
  };
}
