import type { CreatedPresentation } from '@eslabon/client/contract';
import { freePort } from '@eslabon/testkit';
import { presentationsSchema } from '../platform/config/presentations-schema.js';
import type { Role } from '../platform/http/roles.js';
import { issueSample } from './certificates.js';
import { offerSample } from './issuing-agent.js';
import type { TestAgent } from './test-agent.js';
import { createTestKey, createTestWallet, type TestKey } from './test-wallet.js';

/** Starts an agent anew so that it can ask for presentations, under an address of its own. */
export async function startPresenting(
  agent: TestAgent,
  settings: Parameters<typeof presentationsSchema.parse>[0] = {},
  host = '127.0.0.1',
): Promise<void> {
  const port = await freePort();
  await agent.restart({
    port,
    publicUrl: `http://${host}:${port}`,
    presentations: presentationsSchema.parse(settings),
  });
}

/** A request for the counter, unless changed. */
export function askSample(
  agent: TestAgent,
  changes: Record<string, unknown> = {},
  role: Role = 'verifier',
): Promise<CreatedPresentation> {
  const body = { purpose: { kind: 'counter' as const }, ...changes };
  return agent.as(role).createPresentation({ body });
}

export interface HeldCertificate<C = string> {
  /** Of the certificate at its issuer. */
  id: string;
  key: TestKey;
  credential: C;
}

/** A new certificate in the wallet of its company. */
export async function holdSample<C = string>(
  issuer: TestAgent,
  configuration = 'aeo-certificate-sd-jwt',
  changes: Parameters<typeof issueSample>[1] = {},
  key = createTestKey(),
): Promise<HeldCertificate<C>> {
  const { id } = await issueSample(issuer, changes);
  const wallet = createTestWallet(issuer.url);
  const token = await wallet.redeem(await offerSample(issuer, id));
  const { json } = await wallet.credential(token, { key, configuration });
  const [{ credential }] = json.credentials as [{ credential: C }];
  return { id, key, credential };
}
