import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type HeldCertificate,
  holdSample,
  recognise,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { anchorOf } from './anchor-of.js';
import type { BorderWorld } from './border-world.js';

/** A post of Mexico whose agent asks wallets, and a Peruvian company with its certificate in a wallet. */
export interface RequestWorld extends Pick<BorderWorld, 'mexico' | 'file'> {
  network: TestNetwork;
  peru: TestAgent;
  held: HeldCertificate;
  legalName: string;
  /** Puts the clocks of the agents forward. */
  wait(minutes: number): void;
  resolveDid(did: string): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startRequestWorld(): Promise<RequestWorld> {
  let aheadMs = 0;
  const clock = () => new Date(Date.now() + aheadMs);
  const network = await startTestNetwork({ countries: ['PE', 'MX'], clock });
  try {
    const [peru, mexico] = [network.agent('PE'), network.agent('MX')];
    await recognise([peru.agent, mexico.agent]);
    await startIssuing(peru);
    await startPresenting(mexico);
    const legalName = 'Exportadora Cumbre S.A.C.';
    const held = await holdSample(peru, undefined, { legalName, tradeName: 'Cumbre' });
    const file = (name: string) => join(network.folder, name);
    writeFileSync(file('trust.json'), JSON.stringify(await anchorOf(network, mexico)));
    return {
      ...{ network, peru, mexico, held, legalName, file },
      wait(minutes) {
        aheadMs += minutes * 60_000;
      },
      async resolveDid(did) {
        const response = await fetch(`${mexico.url}/1.0/identifiers/${did}`);
        return ((await response.json()) as { didDocument: unknown }).didDocument;
      },
      stop: () => network.stop(),
    };
  } catch (error) {
    await network.stop();
    throw error;
  }
}
