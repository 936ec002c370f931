import type { TrustAnchor } from '@eslabon/bundle';
import type { AgentParts } from '../agent-parts.js';
import { ownAttestor } from '../bundles/own-attestor.js';

/**
 * What the bundle for wallets is opened with. A wallet takes it from the issuer of its certificate and from nobody else:
 * it tells a company how its own certificate stands, and convinces no one.
 */
export function walletAnchor(parts: Pick<AgentParts, 'config' | 'keys'>): TrustAnchor {
  const { deployment, seals } = parts.config;
  return { ...deployment, attestors: [ownAttestor(parts)], ...(seals && { seals }) };
}
