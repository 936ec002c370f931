import {
  type MailServer,
  startIssuing,
  startMailServer,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';

/** Peru's agent, which issues to wallets and sends e-mail to a server of its own. */
export interface ActionsWorld {
  network: TestNetwork;
  peru: TestAgent;
  mail: MailServer;
  stop(): Promise<void>;
}

export async function startActionsWorld(): Promise<ActionsWorld> {
  const network = await startTestNetwork({ countries: ['PE', 'MX'] });
  const mail = await startMailServer();
  const stop = async () => {
    await network.stop();
    await mail.stop();
  };
  try {
    const peru = network.agent('PE');
    const smtp = { host: '127.0.0.1', port: mail.port, secure: 'none', from: 'oea@aduana.example' } as const;
    await startIssuing(peru, { txCodeAttempts: 3 }, { smtp });
    return { network, peru, mail, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
