import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBundle, parseTrustAnchor } from '@eslabon/bundle';
import { createClient } from '@eslabon/client';
import type { Country } from '@eslabon/core';
import { parseCompactJws, verifySignature } from '@eslabon/credentials';
import type { Agent } from '@eslabon/customs';
import { verify } from '@eslabon/verifier';
import { openBorderPost } from '../demo/border-post.js';
import type { Network } from '../network/start-network.js';
import type { Row } from './main.js';

const rounds = 7;

/** Verdicts: by the command from a cold start, and by the library once the bundle is open. */
export async function measureVerify(network: Network, root: string): Promise<Row[]> {
  const peru = createClient({
    baseUrl: (network.agents.get('PE') as Agent).url,
    apiKey: network.apiKeys.PE?.supervisor,
  });
  const mexico = (network.agents.get('MX') as Agent).parts;
  const { items } = await peru.listCertificates({
    query: { status: 'active', certificateType: 'security', limit: 1 },
  });
  const token = await peru.getCredential({ params: { id: items[0]?.id as string }, query: {} });
  const { bytes } = await mexico.bundles.latest();
  const post = openBorderPost(join(root, 'post'), network.paths.trust);
  post.keep('aeo.jwt', token);
  post.keep('mx.bundle', bytes);
  const cold = await median(async () => void (await post.decide('aeo.jwt', 'mx.bundle')));

  const trust = parseTrustAnchor(JSON.parse(readFileSync(network.paths.trust, 'utf8')));
  const attestor = 'MX' as Country;
  const now = Math.floor(Date.now() / 1000);
  const open = await median(async () => void openBundle(bytes, trust, { attestor, now }));
  const bundle = openBundle(bytes, trust, { attestor, now });
  const presented = new TextDecoder().decode(token);
  const decide = () => verify({ presented, source: { bundle }, policy: { as: attestor }, at: new Date() });
  const verdict = await median(async () => void decide());
  const signature = await median(async () => void bareSignature(network, presented));
  return [
    { name: 'verify.command, cold start', value: cold / 1000, unit: 's', goal: '≤ 1 s' },
    { name: 'bundle.size', value: bytes.length, unit: 'B' },
    { name: 'bundle.open', value: open, unit: 'ms' },
    { name: 'verify.verdict', value: verdict, unit: 'ms' },
    { name: 'verify.verdict over bare signature', value: verdict / signature, unit: '×' },
  ];
}

function bareSignature(network: Network, token: string): boolean {
  const { signingInput, signature } = parseCompactJws(token);
  const { keys } = (network.agents.get('PE') as Agent).parts;
  return verifySignature(
    { algorithm: 'ES256', bytes: keys.key('delegate-1').publicKey },
    signingInput,
    signature,
  );
}

async function median(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number;
}
