import type { Command } from 'commander';
import type { Session } from '../../program/session.js';
import { addRegistryOptions, type RegistryOptions } from '../registry-options.js';

/** `eslabon registry status` */
export function defineStatus(parent: Command, session: Session): void {
  addRegistryOptions(parent.command('status'))
    .summary('members, arrangements in force, successor, counts and nonces')
    .description(
      'What the registries of a network hold as of the newest block. Says so when the chain is not the pinned one.',
    )
    .addHelpText('after', help)
    .action(async (options: RegistryOptions) => {
      const { status } = await import('./status.js');
      session.exitCode = await status(options, session);
    });
}

const help = `
Example:
  eslabon registry status --rpc http://127.0.0.1:8545 --deployment deployment.json

It reads every event since the deployment. Whether the events are all there is proven by bundles, not here.

Exit codes: 0 the registries are the pinned ones, 1 the chain is not the pinned one, 2 could not run.`;
