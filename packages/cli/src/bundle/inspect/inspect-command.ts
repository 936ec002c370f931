import type { Command } from 'commander';
import type { Session } from '../../program/session.js';
import { addProofOptions, type ProofOptions } from '../open/proof-options.js';

export interface InspectOptions extends ProofOptions {
  json?: boolean;
}

/** `eslabon bundle inspect` */
export function defineInspect(parent: Command, session: Session): void {
  addProofOptions(parent.command('inspect'))
    .summary('say what a bundle proves')
    .description('Check a bundle and say in words what it proves, and what it does not. No network.')
    .argument('<file>', 'the bundle, or a delta; - is standard input')
    .option('--json', 'print the facts as JSON on one line')
    .addHelpText('after', help)
    .action(async (file: string, options: InspectOptions) => {
      const { inspectBundle } = await import('./inspect-bundle.js');
      session.exitCode = await inspectBundle(file, options, session);
    });
}

const help = `
Examples:
  eslabon bundle inspect pe.eslabon --as MX
  eslabon bundle inspect pe-1042.eslabon-delta

A delta needs no trust anchor: what it makes of a bundle proves itself.

Exit codes: 0 the bundle holds, 1 it is refused, 2 could not run.`;
