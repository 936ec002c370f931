import { type Command, Option } from 'commander';
import { type AgentOptions, addAgentOptions } from '../agent/agent-options.js';
import type { Session } from '../program/session.js';

export interface PaperOptions extends AgentOptions {
  language: 'es' | 'pt';
  out: string;
}

/** `eslabon certificate paper` */
export function definePaper(parent: Command, session: Session): void {
  addAgentOptions(parent.command('paper'))
    .summary('print a certificate, as PDF')
    .description('Print an issued certificate as one page of PDF, with a QR code that verifies offline.')
    .argument('<id>', 'id or certificate number')
    .requiredOption('--out <file>', 'where to write the PDF')
    .addOption(
      new Option('--language <language>', 'of the issuer; English stands beneath')
        .choices(['es', 'pt'])
        .default('es'),
    )
    .addHelpText('after', help)
    .action(async (id: string, options: PaperOptions) => {
      const { getPaper } = await import('./get-paper.js');
      session.exitCode = await getPaper(id, options, session);
    });
}

const help = `
Every page is signed anew and noted in the history of the certificate.

Example:
  eslabon certificate paper PE-OEA-2024-0012 --out certificate.pdf --agent http://127.0.0.1:4101 --key KEY

Exit codes: 0 written, 2 could not.`;
