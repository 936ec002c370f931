import type { Command } from 'commander';
import type { Session } from '../../program/session.js';
import { addProofOptions, type ProofOptions } from '../open/proof-options.js';

export interface ApplyOptions extends ProofOptions {
  out: string;
}

/** `eslabon bundle apply` */
export function defineApply(parent: Command, session: Session): void {
  addProofOptions(parent.command('apply'))
    .summary('make the newer bundle from the one you have and a delta')
    .description(
      'Make the newer bundle from the one you have and a delta, and prove it where there is a trust anchor. The file at ' +
        '--out stays as it is until the new bundle is whole and holds; it may be the base itself.',
    )
    .argument('<base>', 'the bundle that you have')
    .argument('<delta>', 'the delta; - is standard input')
    .requiredOption('--out <file>', 'where to write the newer bundle')
    .addHelpText('after', help)
    .action(async (base: string, delta: string, options: ApplyOptions) => {
      const { applyToBundle } = await import('./apply-to-bundle.js');
      session.exitCode = await applyToBundle(base, delta, options, session);
    });
}

const help = `
Example:
  eslabon bundle apply pe.eslabon tuesday.eslabon-delta --as MX --out pe.eslabon

Exit codes: 0 written, 2 could not; the file of before is then untouched.`;
