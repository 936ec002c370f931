import type { Command } from 'commander';
import { type AgentOptions, addAgentOptions } from '../../agent/agent-options.js';
import type { Session } from '../../program/session.js';
import { addProofOptions, type ProofOptions } from '../open/proof-options.js';
import { parseBlock } from '../parse-block.js';
import { modeOption } from './mode-option.js';

export interface FetchOptions extends AgentOptions, ProofOptions {
  out: string;
  block?: number;
  at?: string;
  base?: string;
  register?: boolean;
  mode?: 'attested' | 'sealed';
}

/** `eslabon bundle fetch` */
export function defineFetch(parent: Command, session: Session): void {
  addProofOptions(addAgentOptions(parent.command('fetch')))
    .summary('fetch the newest bundle of an agent')
    .description(
      'Fetch a bundle from an agent. The old file stays in place until the new one is whole and, where there is a trust ' +
        'anchor, holds. A download that broke off is gone on with.',
    )
    .requiredOption('--out <file>', 'where to write it')
    .option(
      '--base <file>',
      'bundle that you have: only what changed is fetched, and nothing where it is the newest',
    )
    .option('--block <number>', 'as of this past block (default: the newest)', parseBlock)
    .option('--at <time>', 'as of the last block until 2026-05-03T15:00:00Z, or until noon UTC of a date')
    .option('--register', 'with the register of certificates, to find companies by their number')
    .addOption(modeOption())
    .addHelpText('after', help)
    .action(async (options: FetchOptions) => {
      const { fetchBundle } = await import('./fetch-bundle.js');
      session.exitCode = await fetchBundle(options, session);
    });
}

const help = `
Examples:
  eslabon bundle fetch --agent http://127.0.0.1:4101 --key KEY --out pe.eslabon
  eslabon bundle fetch --agent http://127.0.0.1:4101 --base pe.eslabon --out pe.eslabon --as PE

Exit codes: 0 written, or nothing new; 2 could not, and the file of before is untouched.`;
