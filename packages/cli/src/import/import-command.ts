import type { Command } from 'commander';
import { type AgentOptions, addAgentOptions } from '../agent/agent-options.js';
import type { Session } from '../program/session.js';

export interface ImportOptions extends AgentOptions {
  dryRun?: boolean;
  report?: string;
  json?: boolean;
}

/** `eslabon import` */
export function defineImport(parent: Command, session: Session): void {
  addAgentOptions(parent.command('import'))
    .summary('bring a register of certificates (CSV) into an agent')
    .description('Upload a register, follow its import and report by row and cell.')
    .argument('[file]', 'the register, CSV; separator, encoding and order of dates are found out')
    .option('--dry-run', 'report only, issue nothing')
    .option('--report <id>', 'instead of a file: follow an earlier import and print its whole report')
    .option('--json', 'print the import and every row with issues as JSON on one line')
    .addHelpText('after', help)
    .action(async (file: string | undefined, options: ImportOptions) => {
      const { runImport } = await import('./run-import.js');
      session.exitCode = await runImport(file, options, session);
    });
}

const help = `
Examples:
  eslabon import register.csv --agent http://127.0.0.1:4101 --key KEY --dry-run
  eslabon import --report 7d0c6a52-6a2f-4d43-9a41-0d3b1b8f6c11

Exit codes: 0 nothing was rejected, 1 rows were rejected, 2 could not run.`;
