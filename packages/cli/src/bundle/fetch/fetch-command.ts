import type { Command } from 'commander';
import { type AgentOptions, addAgentOptions } from '../agent/agent-options.js';
import type { Session } from '../program/session.js';
import { parseBlock } from './parse-block.js';

export interface FetchOptions extends AgentOptions {
  out: string;
  block?: number;
}

/** `eslabon bundle fetch` */
export function defineFetch(parent: Command, session: Session): void {
  addAgentOptions(parent.command('fetch'))
    .summary('fetch the newest bundle of an agent')
    .description('Fetch a bundle from an agent. The old file stays in place until the new one is whole.')
    .requiredOption('--out <file>', 'where to write it')
    .option('--block <number>', 'as of this past block (default: the newest)', parseBlock)
    .addHelpText('after', help)
    .action(async (options: FetchOptions) => {
      const { fetchBundle } = await import('./fetch-bundle.js');
      session.exitCode = await fetchBundle(options, session);
    });
}

const help = `
Example:
  eslabon bundle fetch --agent http://127.0.0.1:4101 --key KEY --out pe.eslabon

Exit codes: 0 written, 2 could not.`;
