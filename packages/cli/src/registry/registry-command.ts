import type { Command } from 'commander';
import type { Session } from '../program/session.js';
import { defineDeploy } from './deploy/deploy-command.js';
import { defineStatus } from './status/status-command.js';
import { defineVerify } from './verify/verify-command.js';

/** `eslabon registry …` */
export function defineRegistry(parent: Command, session: Session): void {
  const group = parent
    .command('registry')
    .summary('deploy the registry contracts, look at them, or check their code')
    .description('The registry contracts of a network: ERC-1056, authorities, arrangements, status.');
  defineDeploy(group, session);
  defineStatus(group, session);
  defineVerify(group, session);
}
