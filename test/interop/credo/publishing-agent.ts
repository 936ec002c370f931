import { createClient } from '@eslabon/client';
import { startIssuing, type TestAgent } from '@eslabon/customs/testing';

/**
 * Starts an agent anew with issuing, under an https address: only then does it publish status lists. TLS is what somebody
 * before it would end; the agent that is answered is the one behind that.
 */
export async function startPublishing(
  agent: TestAgent,
  settings: Parameters<typeof startIssuing>[1] = {},
): Promise<TestAgent> {
  await startIssuing(agent, settings);
  const { config } = agent.agent.parts;
  const url = `http://127.0.0.1:${config.port}`;
  await agent.restart({ ...config, publicUrl: url.replace('http:', 'https:') });
  return {
    ...{ url, keys: agent.keys, agent: agent.agent },
    as: (role) => createClient({ baseUrl: url, apiKey: agent.keys[role] }),
    restart: (changes) => agent.restart(changes),
    stop: () => agent.stop(),
  };
}
