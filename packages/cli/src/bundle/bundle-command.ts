import type { Command } from 'commander';
import type { Session } from '../program/session.js';
import { defineApply } from './apply/apply-command.js';
import { defineBuild } from './build/build-command.js';
import { defineDelta } from './delta/delta-command.js';
import { defineExport } from './export/export-command.js';
import { defineFetch } from './fetch/fetch-command.js';
import { defineInspect } from './inspect/inspect-command.js';
import { defineVerify } from './verify/verify-command.js';

/** `eslabon bundle …` */
export function defineBundle(parent: Command, session: Session): void {
  const group = parent
    .command('bundle')
    .summary('make, fetch, check and hand on offline bundles')
    .description('The offline bundle: one file that proves keys, arrangements and statuses as of a block.');
  defineFetch(group, session);
  defineBuild(group, session);
  defineInspect(group, session);
  defineVerify(group, session);
  defineDelta(group, session);
  defineApply(group, session);
  defineExport(group, session);
}
