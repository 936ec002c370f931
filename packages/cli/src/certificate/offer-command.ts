import { type Command, Option } from 'commander';
import { type AgentOptions, addAgentOptions } from '../agent/agent-options.js';
import type { Session } from '../program/session.js';

export interface OfferOptions extends AgentOptions {
  email?: string;
  language: 'es' | 'pt' | 'en';
  json?: boolean;
}

/** `eslabon certificate offer` */
export function defineOffer(parent: Command, session: Session): void {
  addAgentOptions(parent.command('offer'))
    .summary('offer a certificate to a wallet of its company')
    .description('Offer an issued certificate to a wallet of its company, by a link or QR code.')
    .argument('<id>', 'id or certificate number')
    .option('--email <address>', 'have the agent send the link to this address')
    .addOption(
      new Option('--language <language>', 'language of the e-mail').choices(['es', 'pt', 'en']).default('es'),
    )
    .option('--json', 'print it as JSON on one line')
    .addHelpText('after', help)
    .action(async (id: string, options: OfferOptions) => {
      const { offerCertificate } = await import('./offer-certificate.js');
      session.exitCode = await offerCertificate(id, options, session);
    });
}

const help = `
The transaction code is printed once. Give it to the company by another way than the link.

Example:
  eslabon certificate offer PE-OEA-2024-0012 --email oea@company.example --agent http://127.0.0.1:4101 --key KEY

Exit codes: 0 offered (and sent), 2 could not.`;
