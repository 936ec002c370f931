import type { Command } from 'commander';
import type { Session } from '../../program/session.js';

export interface CheckpointOptions {
  trust?: string;
  write?: boolean;
  yes?: boolean;
  json?: boolean;
}

/** `eslabon trust checkpoint` */
export function defineCheckpoint(parent: Command, session: Session): void {
  parent
    .command('checkpoint')
    .summary('move the checkpoint on to the block of a sealed bundle')
    .description(
      'Say which block a sealed bundle proves, as a checkpoint to go on from, and with --write put it into the trust anchor. ' +
        'Trust in a checkpoint runs out: whoever moves it on with every bundle never has to ask for a new one.',
    )
    .argument('<bundle>', 'a sealed bundle; it must hold by the checkpoint of now; - is standard input')
    .option(
      '--trust <file>',
      'trust anchor (default: ESLABON_TRUST, .eslabon/trust.json here or above, or at home)',
    )
    .option('--write', 'write it into the trust anchor, all else of which stays')
    .option('--yes', 'do not ask')
    .option('--json', 'print the checkpoint as JSON on one line')
    .addHelpText('after', help)
    .action(async (file: string, options: CheckpointOptions) => {
      const { moveCheckpoint } = await import('./move-checkpoint.js');
      session.exitCode = await moveCheckpoint(file, options, session);
    });
}

const help = `
Examples:
  eslabon trust checkpoint today.eslabon
  eslabon trust checkpoint today.eslabon --write --yes

A bundle of a past day needs a checkpoint from before that day: keep a copy of the trust anchor for such questions.

Exit codes: 0 said or written, 1 the bundle does not hold, 2 could not.`;
