import type { CreatedPresentation, Offer, Presentation } from '@eslabon/client/contract';
import {
  decide,
  issueSample,
  recognise,
  settled,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
} from '@eslabon/customs/testing';

/** Peru issues to wallets, Mexico asks for presentations; both recognise each other. */
export interface WalletWorld {
  peru: TestAgent;
  mexico: TestAgent;
  company: { id: string; legalName: string; certificateNumber: string };
  /** An officer of Peru offers the company its certificate. */
  offer(): Promise<Offer>;
  /** An officer of Mexico asks for it. */
  ask(purpose?: object): Promise<CreatedPresentation>;
  /** The link with which a request opens in the wallet. */
  linkOf(request: CreatedPresentation): string;
  /** What became of a request, as Mexico's officer sees it. */
  outcomeOf(request: CreatedPresentation): Promise<Presentation>;
  change(action: 'suspend' | 'reinstate'): Promise<void>;
  /** Sets how far the agents' clocks are ahead of the browser's, in seconds. */
  setAhead(seconds: number): void;
  stop(): Promise<void>;
}

export async function startWalletWorld(): Promise<WalletWorld> {
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead * 1000);
  const network = await startTestNetwork({ countries: ['PE', 'MX'], clock });
  try {
    const [peru, mexico] = [network.agent('PE'), network.agent('MX')];
    await recognise([peru.agent, mexico.agent]);
    await startIssuing(peru);
    await startPresenting(mexico);
    const view = await issueSample(peru, {
      legalName: 'Exportadora Cumbre S.A.C.',
      tradeName: 'Cumbre',
      programme: 'OEA',
      address: { street: 'Av. Costanera 100', city: 'Callao', country: 'PE' },
    });
    const { legalName, certificateNumber } = view.certificate;
    return {
      ...{ peru, mexico, company: { id: view.id, legalName, certificateNumber } },
      offer: () => peru.as('officer').createOffer({ params: { id: view.id } }),
      ask: (purpose = { kind: 'counter' }) =>
        mexico.as('verifier').createPresentation({ body: { purpose } as never }),
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
