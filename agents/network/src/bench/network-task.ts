import { readFileSync } from 'node:fs';
import { parseTrustAnchor } from '@eslabon/bundle';
import type { Country } from '@eslabon/core';
import type { Agent } from '@eslabon/customs';
import type { Network } from '../network/start-network.js';
import type { ReaderTask } from '../reader/ask-reader.js';

/** Mexico's newest bundle, for a reader of Mexico's. */
export async function networkTask(network: Network): Promise<ReaderTask> {
  const { bundles } = (network.agents.get('MX') as Agent).parts;
  const { bytes: file } = await bundles.latest();
  const trust = parseTrustAnchor(JSON.parse(readFileSync(network.paths.trust, 'utf8')));
  return { file, trust, attestor: 'MX' as Country, now: Math.floor(Date.now() / 1000) };
}
