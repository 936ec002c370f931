import type { Command } from 'commander';
import type { Session } from '../../program/session.js';
import { addRegistryOptions, type RegistryOptions } from '../registry-options.js';

/** `eslabon registry verify` */
export function defineVerify(parent: Command, session: Session): void {
  addRegistryOptions(parent.command('verify'))
    .summary('compile the contracts anew and compare them with those on the chain')
    .description(
      'Compile the contracts anew and compare: the code on the chain byte for byte, every immutable with what it must ' +
        'be, the storage layout with the one that programs read, the code of ERC-1056 with the stock one, and the ' +
        'artifacts that are checked in.',
    )
    .addHelpText('after', help)
    .action(async (options: RegistryOptions) => {
      const { verify } = await import('./verify.js');
      session.exitCode = await verify(options, session);
    });
}

const help = `
Example:
  eslabon registry verify --rpc http://127.0.0.1:8545 --deployment deployment.json

Needs the repository with its development dependencies, among which the compiler is.

Exit codes: 0 all is as it must be, 1 something differs and is named, 2 could not run.`;
