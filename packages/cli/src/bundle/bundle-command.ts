import type { Command } from 'commander';
import type { Session } from '../program/session.js';
import { defineFetch } from './fetch-command.js';
import { defineInspect } from './inspect-command.js';

/** `eslabon bundle …` */
export function defineBundle(parent: Command, session: Session): void {
  const group = parent
    .command('bundle')
    .summary('fetch the offline bundle, or say what one proves')
    .description('The offline bundle: one file that proves keys, arrangements and statuses as of a block.');
  defineFetch(group, session);
  defineInspect(group, session);
}
