import type { Command } from 'commander';
import type { Session } from '../program/session.js';
import { defineCredential } from './credential-command.js';
import { defineGet } from './get-command.js';
import { defineHistory } from './history-command.js';
import { defineList } from './list-command.js';
import { defineOffer } from './offer-command.js';
import { definePaper } from './paper-command.js';

/** `eslabon certificate …` */
export function defineCertificate(parent: Command, session: Session): void {
  const group = parent
    .command('certificate')
    .summary('list, show, export, offer and print the certificates of an agent')
    .description('The certificates of an agent.');
  defineList(group, session);
  defineGet(group, session);
  defineCredential(group, session);
  defineHistory(group, session);
  defineOffer(group, session);
  definePaper(group, session);
}
