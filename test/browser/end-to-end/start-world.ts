import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  recognise,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { anchorOf } from '../verify-app/anchor-of.js';

/**
 * Two countries that recognise each other, and nothing else: no certificate, no offer, no request. All of that is made
 * by people at their screens.
 */
export interface World {
  peru: TestAgent;
  mexico: TestAgent;
  /** What Mexico hands to its posts. */
  file(name: 'trust.json'): string;
  /** Sets how far the agents' clocks are ahead of the browsers', in seconds. */
  setAhead(seconds: number): void;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead * 1000);
  const network: TestNetwork = await startTestNetwork({ countries: ['PE', 'MX'], clock });
  try {
    const [peru, mexico] = [network.agent('PE'), network.agent('MX')];
    await recognise([peru.agent, mexico.agent]);
    await startIssuing(peru);
    await startPresenting(mexico);
    const file = (name: string) => join(network.folder, name);
    writeFileSync(file('trust.json'), JSON.stringify(await anchorOf(network, mexico)));
    return {
      ...{ peru, mexico, file },
      setAhead(seconds) {
        ahead = seconds;
      },
      stop: () => network.stop(),
    };
  } catch (error) {
    await network.stop();
    throw error;
  }
}
