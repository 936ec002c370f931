import type { Command } from 'commander';
import type { Session } from '../program/session.js';
import { defineJose } from './jose/jose-command.js';
import { defineSchema } from './schema/schema-command.js';

/** `eslabon conformance …` */
export function defineConformance(parent: Command, session: Session): void {
  const group = parent
    .command('conformance')
    .summary('answer test suites that call a program')
    .description('For independent test suites that call a program: each call writes one result to a file.');
  defineJose(group, session);
  defineSchema(group, session);
}
