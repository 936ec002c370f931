import type { Command } from 'commander';
import type { Session } from '../../program/session.js';
import { parseBlock } from '../parse-block.js';

export interface BuildOptions {
  rpc: string[];
  trust?: string;
  out: string;
  at?: string;
  block?: number;
}

/** `eslabon bundle build` */
export function defineBuild(parent: Command, session: Session): void {
  parent
    .command('build')
    .summary('make a sealed bundle from nodes of the chain, without an agent')
    .description(
      'Make a bundle directly from JSON-RPC nodes. The seals of the validators make it credible, so that no authority has ' +
        'to vouch for it: the trust anchor must have a checkpoint. Nothing is taken on a node’s word.',
    )
    .requiredOption('--rpc <url>', 'JSON-RPC address of a node; several: repeat it', collect)
    .requiredOption('--out <file>', 'where to write it')
    .option(
      '--trust <file>',
      'trust anchor with the contracts and a checkpoint (default: ESLABON_TRUST, .eslabon/trust.json here or above, or at home)',
    )
    .option('--block <number>', 'as of this block (default: the newest)', parseBlock)
    .option('--at <time>', 'as of the last block until 2026-05-03T15:00:00Z, or until noon UTC of a date')
    .addHelpText('after', help)
    .action(async (options: BuildOptions) => {
      const { buildBundle } = await import('./build-bundle.js');
      session.exitCode = await buildBundle(options, session);
    });
}

function collect(url: string, before: string[] = []): string[] {
  return [...before, url];
}

const help = `
Examples:
  eslabon bundle build --rpc http://127.0.0.1:8545 --trust trust.json --out today.eslabon
  eslabon bundle build --rpc http://a:8545 --rpc http://b:8545 --at 2026-05-03 --out may.eslabon

Every run reads the events of the registries from their first block. Nodes keep old state for minutes to years,
depending on how they are set up: one that no longer has it is left for the next.

Exit codes: 0 written, 2 could not.`;
