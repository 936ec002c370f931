import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CreatedPresentation, Offer, Presentation } from '@eslabon/client/contract';
import {
  decide,
  issueSample,
  recognise,
  selfSigned,
  settled,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';

/** Peru issues to wallets, Mexico asks for presentations; both recognise each other. */
export interface WalletWorld {
  network: TestNetwork;
  peru: TestAgent;
  mexico: TestAgent;
  company: { id: string; legalName: string; certificateNumber: string };
  /** An officer of Peru offers the company its certificate. */
  offer(): Promise<Offer>;
  /** An officer of Mexico asks for it; by a certificate that nobody vouches for, where told so. */
  ask(purpose?: object, clientId?: 'did' | 'x509'): Promise<CreatedPresentation>;
  /** The link with which a request opens in the wallet. */
  linkOf(request: CreatedPresentation): string;
  /** What became of a request, as Mexico's officer sees it. */
  outcomeOf(request: CreatedPresentation): Promise<Presentation>;
  change(action: 'suspend' | 'reinstate'): Promise<void>;
  /** Makes a file for the company's or driver's hands. */
  file(name: string, content: Uint8Array): string;
  /** Sets how far the agents' clocks are ahead of the browser's, in seconds. */
  setAhead(seconds: number): void;
  stop(): Promise<void>;
}

export async function startWalletWorld(): Promise<WalletWorld> {
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead * 1000);
  const network = await startTestNetwork({ countries: ['PE', 'MX'], lasting: true, clock });
  try {
    const [peru, mexico] = [network.agent('PE'), network.agent('MX')];
    await recognise([peru.agent, mexico.agent]);
    await startIssuing(peru, { deferredSeconds: 1 });
    const file = (name: string, content: Uint8Array | string) => {
      writeFileSync(join(network.folder, name), content);
      return join(network.folder, name);
    };
    const { certificate, key } = selfSigned('localhost');
    const x509 = { certificateFile: file('mx.crt', certificate), keyFile: file('mx.key', key) };
    await startPresenting(mexico, { x509 }, 'localhost');
    const view = await issueSample(peru, {
      legalName: 'Exportadora Cumbre S.A.C.',
      tradeName: 'Cumbre',
      programme: 'OEA',
      address: { street: 'Av. Costanera 100', city: 'Callao', country: 'PE' },
    });
    const { legalName, certificateNumber } = view.certificate;
    return {
      ...{ network, peru, mexico, file, company: { id: view.id, legalName, certificateNumber } },
      offer: () => peru.as('officer').createOffer({ params: { id: view.id } }),
      ask: (purpose = { kind: 'counter' }, clientId = 'did') =>
        mexico.as('verifier').createPresentation({ body: { purpose, clientId } as never }),
      linkOf: ({ requestUrl }) => `${peru.url}/wallet/#request=${encodeURIComponent(requestUrl)}`,
      outcomeOf: ({ id }) => mexico.as('verifier').getPresentation({ params: { id } }),
      async change(action) {
        await settled(peru, (await decide(peru, view, action)).id);
      },
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
