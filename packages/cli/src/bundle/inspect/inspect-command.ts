import type { Command } from 'commander';
import type { Session } from '../program/session.js';

export interface InspectOptions {
  as: string;
  trust?: string;
  json?: boolean;
}

/** `eslabon bundle inspect` */
export function defineInspect(parent: Command, session: Session): void {
  parent
    .command('inspect')
    .summary('say what a bundle proves')
    .description('Check a bundle and say in words what it proves, and what it does not. No network.')
    .argument('<file>', 'the bundle; - is standard input')
    .requiredOption('--as <country>', 'country whose authority must have attested the block, such as MX')
    .option(
      '--trust <file>',
      'trust anchor (default: ESLABON_TRUST, .eslabon/trust.json here or above, or at home)',
    )
    .option('--json', 'print the facts as JSON on one line')
    .addHelpText('after', help)
    .action(async (file: string, options: InspectOptions) => {
      const { inspectBundle } = await import('./inspect-bundle.js');
      session.exitCode = await inspectBundle(file, options, session);
    });
}

const help = `
Example:
  eslabon bundle inspect pe.eslabon --as MX

Exit codes: 0 the bundle holds, 1 it is refused, 2 could not run.`;
