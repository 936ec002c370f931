import { createClient } from '@eslabon/client';
import { freePort } from '@eslabon/testkit';
import { issuanceSchema } from '../../agents/customs/src/platform/config/issuance-schema.js';
import {
  issueSample,
  offerSample,
  recognise,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../../agents/customs/src/testing/index.js';
import type { Fetch } from '../../agents/wallet/src/net/bounded-fetch.js';
import {
  setUpWallet,
  type TestWallet,
  type TestWalletOptions,
} from '../../agents/wallet/src/testing/test-wallet.js';

/** Peru issues, Mexico asks, and both recognise each other's certificates. Everything is real. */
export interface TestWorld {
  network: TestNetwork;
  peru: TestAgent;
  mexico: TestAgent;
  stop(): Promise<void>;
}

export async function startWorld(
  options: Partial<Parameters<typeof startTestNetwork>[0]> = {},
): Promise<TestWorld> {
  const network = await startTestNetwork({ countries: ['PE', 'MX'], ...options });
  const [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
  await startPresenting(mexico);
  return { network, peru, mexico, stop: () => network.stop() };
}

export interface Equipped extends TestWallet {
  /** Of the certificate at its issuer. */
  issuedId: string;
  /** Of the certificate in the wallet. */
  certificateId: string;
}

/** A wallet with a certificate of Peru and the network's data. */
export async function equipWallet(
  { peru }: Pick<TestWorld, 'peru'>,
  certificate: Parameters<typeof issueSample>[1] = {},
  options: TestWalletOptions = {},
): Promise<Equipped> {
  const wallet = await setUpWallet({ origin: peru.url, ...options });
  const { id: issuedId } = await issueSample(peru, certificate);
  const { offerUrl, txCode } = await offerSample(peru, issuedId);
  await wallet.session.readOffer(offerUrl);
  const certificateId = await wallet.session.acceptOffer(txCode);
  await wallet.session.refresh();
  return { ...wallet, issuedId, certificateId };
}

/** An agent that is known by an https address, as behind a proxy that ends TLS. */
export interface ProxiedAgent {
  peru: TestAgent;
  fetch: Fetch;
}

/** Starts an agent that issues anew, under a public address. */
export async function startBehindProxy(agent: TestAgent, publicUrl: string): Promise<ProxiedAgent> {
  const port = await freePort();
  await agent.restart({ port, publicUrl, issuance: issuanceSchema.parse({}) });
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    peru: {
      ...agent,
      url: publicUrl,
      agent: agent.agent,
      as: (role) => createClient({ baseUrl, apiKey: agent.keys[role] }),
    },
    fetch: (input, init) => fetch(String(input).replace(publicUrl, baseUrl), init),
  };
}
