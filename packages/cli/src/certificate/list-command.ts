import { certificateStateSchema } from '@eslabon/client/contract';
import {
  type CertificateStatus,
  type CertificateType,
  certificateStatusSchema,
  certificateTypeSchema,
} from '@eslabon/core';
import { type Command, Option } from 'commander';
import { type AgentOptions, addAgentOptions } from '../agent/agent-options.js';
import type { Session } from '../program/session.js';
import { parseLimit } from './parse-limit.js';

export interface ListOptions extends AgentOptions {
  state?: 'proposed' | 'issued' | 'rejected';
  status?: CertificateStatus;
  type?: CertificateType;
  number?: string;
  tin?: string;
  name?: string;
  limit: number;
  cursor?: string;
  json?: boolean;
}

/** `eslabon certificate list` */
export function defineList(parent: Command, session: Session): void {
  addAgentOptions(parent.command('list'))
    .summary('list certificates, newest first')
    .description('List certificates, newest first: a table on a terminal, tab-separated values in a pipe.')
    .addOption(
      new Option('--state <state>', 'where the grant stands').choices(certificateStateSchema.options),
    )
    .addOption(new Option('--status <status>', 'status as decided').choices(certificateStatusSchema.options))
    .addOption(new Option('--type <type>', 'certificate type').choices(certificateTypeSchema.options))
    .option('--number <number>', 'this certificate number')
    .option('--tin <tin>', 'this TIN, such as PE20100047218')
    .option('--name <text>', 'part of the legal name')
    .option('--limit <count>', 'entries a page, 1 to 200', parseLimit, 50)
    .option('--cursor <cursor>', 'go on where the page before ended')
    .option('--json', 'print the page as JSON on one line')
    .addHelpText('after', help)
    .action(async (options: ListOptions) => {
      const { listCertificates } = await import('./list-certificates.js');
      session.exitCode = await listCertificates(options, session);
    });
}

const help = `
Example:
  eslabon certificate list --status suspended --agent http://127.0.0.1:4101 --key KEY

Exit codes: 0 listed, 2 could not run.`;
