import type { TrustAnchor } from '@eslabon/bundle';
import type { TestAgent, TestNetwork } from '@eslabon/customs/testing';

/** What an administration hands to its posts. */
export async function anchorOf(network: TestNetwork, agent: TestAgent): Promise<TrustAnchor> {
  const { country, keys } = await agent.as('verifier').getAuthority({});
  const attestor = keys.find(({ kid }) => kid.endsWith('#delegate-1'));
  if (attestor === undefined) throw new Error('The agent has no key that attests blocks.');
  return { ...(network.deployment as TrustAnchor), attestors: [{ country, ...attestor }] };
}
