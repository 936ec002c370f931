import type { Command } from 'commander';
import type { Session } from '../../program/session.js';
import { addProofOptions, type ProofOptions } from '../open/proof-options.js';

export interface VerifyBundleOptions extends ProofOptions {
  json?: boolean;
}

/** `eslabon bundle verify` */
export function defineVerify(parent: Command, session: Session): void {
  addProofOptions(parent.command('verify'))
    .summary('say yes or no: does a bundle hold?')
    .description('Prove a bundle, and say whether it holds. No network; for scripts.')
    .argument('<file>', 'the bundle; - is standard input')
    .option('--json', 'print the answer as JSON on one line')
    .addHelpText('after', help)
    .action(async (file: string, options: VerifyBundleOptions) => {
      const { verifyBundle } = await import('./verify-bundle.js');
      session.exitCode = await verifyBundle(file, options, session);
    });
}

const help = `
Examples:
  eslabon bundle verify pe.eslabon --as MX
  eslabon bundle verify pe.eslabon --as MX --json && cp pe.eslabon /media/stick

Exit codes: 0 it holds, 1 it does not, 2 could not run.`;
