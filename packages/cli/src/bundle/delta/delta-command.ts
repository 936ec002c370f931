import type { Command } from 'commander';
import type { Session } from '../../program/session.js';

export interface DeltaOptions {
  out: string;
}

/** `eslabon bundle delta` */
export function defineDelta(parent: Command, session: Session): void {
  parent
    .command('delta')
    .summary('make the small file that leads from one bundle to another')
    .description(
      'Make a delta: whoever has the first bundle and the delta has the second, byte for byte. It proves nothing and needs ' +
        'no trust; the bundle that comes out proves itself.',
    )
    .argument('<base>', 'the bundle that the receiver has')
    .argument('<new>', 'the bundle that the receiver is to have')
    .requiredOption('--out <file>', 'where to write it')
    .addHelpText('after', help)
    .action(async (base: string, next: string, options: DeltaOptions) => {
      const { writeDelta } = await import('./write-delta.js');
      session.exitCode = await writeDelta(base, next, options, session);
    });
}

const help = `
Example:
  eslabon bundle delta monday.eslabon tuesday.eslabon --out tuesday.eslabon-delta

Exit codes: 0 written, 2 could not.`;
