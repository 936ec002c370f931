import type { Command } from 'commander';
import { type AgentOptions, addAgentOptions } from '../../agent/agent-options.js';
import type { Session } from '../../program/session.js';
import { modeOption } from '../fetch/mode-option.js';
import { addProofOptions, type ProofOptions } from '../open/proof-options.js';
import { parseKeep } from './parse-keep.js';
import { parsePrefix } from './parse-prefix.js';

export interface ExportOptions extends AgentOptions, ProofOptions {
  to: string;
  keep: number;
  prefix?: string;
  register?: boolean;
  mode?: 'attested' | 'sealed';
  json?: boolean;
}

/** `eslabon bundle export` */
export function defineExport(parent: Command, session: Session): void {
  addProofOptions(addAgentOptions(parent.command('export')))
    .summary('put bundles and deltas into a folder for file shares and USB sticks')
    .description(
      'Put bundles into a folder that people carry to posts without a network: the bundle, a delta from each of the bundles ' +
        'that are there already, an index for programs and a text for people. Only what holds is put there.',
    )
    .argument('[files...]', 'bundles (default: the newest of the agent)')
    .requiredOption('--to <folder>', 'the folder; it is made when it is not there')
    .option('--keep <count>', 'bundles that stay in the folder, the newest included', parseKeep, 8)
    .option('--prefix <name>', 'what file names begin with (default: the country, or “sealed”)', parsePrefix)
    .option('--register', 'from the agent: with the register of certificates')
    .addOption(modeOption())
    .option('--json', 'print the index as JSON on one line')
    .addHelpText('after', help)
    .action(async (files: string[], options: ExportOptions) => {
      const { exportBundles } = await import('./export-bundles.js');
      session.exitCode = await exportBundles(files, options, session);
    });
}

const help = `
Examples:
  eslabon bundle export pe.eslabon --as PE --to /media/stick/eslabon
  eslabon bundle export --agent http://127.0.0.1:4101 --as PE --to /srv/share/eslabon

The index is written last: whoever reads the folder meanwhile finds the state of before.

Exit codes: 0 the folder has the newest bundle, 2 could not.`;
