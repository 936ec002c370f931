import type { Command } from 'commander';
import { type AgentOptions, addAgentOptions } from '../agent/agent-options.js';
import type { Session } from '../program/session.js';

export interface GetOptions extends AgentOptions {
  json?: boolean;
}

/** `eslabon certificate get` */
export function defineGet(parent: Command, session: Session): void {
  addAgentOptions(parent.command('get'))
    .summary('show one certificate')
    .description('Show one certificate with its status.')
    .argument('<id>', 'id or certificate number')
    .option('--json', 'print it as JSON on one line')
    .addHelpText('after', help)
    .action(async (id: string, options: GetOptions) => {
      const { getCertificate } = await import('./get-certificate.js');
      session.exitCode = await getCertificate(id, options, session);
    });
}

const help = `
Example:
  eslabon certificate get PE-OEA-2024-0012 --agent http://127.0.0.1:4101 --key KEY

Exit codes: 0 shown, 2 could not run.`;
