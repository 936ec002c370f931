import type { Offer } from '@eslabon/client/contract';
import { freePort } from '@eslabon/testkit';
import type { AgentConfig } from '../platform/config/agent-config.js';
import { issuanceSchema } from '../platform/config/issuance-schema.js';
import { issueSample } from './certificates.js';
import type { TestAgent } from './test-agent.js';

/** Starts an agent anew with issuing to wallets, under an address of its own. */
export async function startIssuing(
  agent: TestAgent,
  settings: Parameters<typeof issuanceSchema.parse>[0] = {},
  changes: Partial<AgentConfig> = {},
): Promise<void> {
  const port = await freePort();
  await agent.restart({
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    issuance: issuanceSchema.parse(settings),
    ...changes,
  });
}

/** An offer of a certificate; of a new one unless one is given. */
export async function offerSample(agent: TestAgent, id?: string): Promise<Offer> {
  const certificateId = id ?? (await issueSample(agent)).id;
  return agent.as('officer').createOffer({ params: { id: certificateId } });
}
