import { createClient } from '@eslabon/client';
import type { AeoCredential } from '@eslabon/core';
import { aeoCredentialSchema } from '@eslabon/core';
import type { JoseAlgorithm } from '@eslabon/credentials';
import { parseCompactJws } from '@eslabon/credentials';
import type { Agent } from '@eslabon/customs';
import type { Network } from '../../network/start-network.js';
import type { BenchKey } from './bench-key.js';
import { benchKey } from './bench-key.js';

/** What every securing is given: the same certificate, signed by the same keys. */
export interface Material {
  credential: AeoCredential;
  /** The certificate as text, which the bare signatures are over. */
  data: Uint8Array;
  key: (algorithm: JoseAlgorithm) => BenchKey;
  /** The authority that issued the certificate. */
  issuer: Agent;
  /** Unix seconds. */
  now: number;
}

/** A certificate of Peru's register, and fresh keys that stand for Peru's. */
export async function takeMaterial(network: Network): Promise<Material> {
  const issuer = network.agents.get('PE') as Agent;
  const client = createClient({ baseUrl: issuer.url, apiKey: network.apiKeys.PE?.supervisor });
  const { items } = await client.listCertificates({
    query: { status: 'active', certificateType: 'security', limit: 1 },
  });
  const token = await client.getCredential({ params: { id: items[0]?.id as string }, query: {} });
  const { iss: _iss, iat: _iat, ...claims } = parseCompactJws(new TextDecoder().decode(token)).payload;
  const credential = aeoCredentialSchema.parse(claims);
  const data = new TextEncoder().encode(JSON.stringify(credential));
  const keys = new Map<JoseAlgorithm, BenchKey>();
  const key = (algorithm: JoseAlgorithm): BenchKey => {
    const known = keys.get(algorithm) ?? benchKey(credential.issuer.id, algorithm, data);
    keys.set(algorithm, known);
    return known;
  };
  return { credential, data, key, issuer, now: Math.floor(Date.now() / 1000) };
}
