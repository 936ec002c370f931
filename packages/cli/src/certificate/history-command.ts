import type { Command } from 'commander';
import { addAgentOptions } from '../agent/agent-options.js';
import type { Session } from '../program/session.js';
import type { GetOptions } from './get-command.js';

/** `eslabon certificate history` */
export function defineHistory(parent: Command, session: Session): void {
  addAgentOptions(parent.command('history'))
    .summary('everything that happened to a certificate')
    .description('Everything that happened to a certificate, oldest first.')
    .argument('<id>', 'id or certificate number')
    .option('--json', 'print it as JSON on one line')
    .addHelpText('after', help)
    .action(async (id: string, options: GetOptions) => {
      const { getHistory } = await import('./get-history.js');
      session.exitCode = await getHistory(id, options, session);
    });
}

const help = `
Example:
  eslabon certificate history PE-OEA-2024-0012 --agent http://127.0.0.1:4101 --key KEY

Exit codes: 0 shown, 2 could not run.`;
