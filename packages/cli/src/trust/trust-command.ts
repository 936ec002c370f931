import type { Command } from 'commander';
import type { Session } from '../program/session.js';
import { defineCheckpoint } from './checkpoint/checkpoint-command.js';

/** `eslabon trust …` */
export function defineTrust(parent: Command, session: Session): void {
  const group = parent
    .command('trust')
    .summary('keep the trust anchor of a post up to date')
    .description('The trust anchor: what a post is given once, out of band, and trusts from then on.');
  defineCheckpoint(group, session);
}
