import { type StatusAction, type StatusReason, statusReasonSchema } from '@eslabon/core';
import { type Command, Option } from 'commander';
import { type AgentOptions, addAgentOptions } from '../agent/agent-options.js';
import type { Session } from '../program/session.js';

export interface StatusOptions extends AgentOptions {
  reason: StatusReason;
  decision: string;
  decisionDate?: string;
  effective?: string;
  yes?: boolean;
  confirm?: string;
  wait: boolean;
  json?: boolean;
}

const summaries: Record<StatusAction, string> = {
  suspend: 'no benefits for now; can be lifted',
  reinstate: 'lift a suspension',
  revoke: 'final: asks for the certificate number',
};

/** `eslabon status …` */
export function defineStatus(parent: Command, session: Session): void {
  const group = parent
    .command('status')
    .summary('suspend, reinstate or revoke a certificate')
    .description('Change the status of a certificate. A decision with legal effect.');
  for (const [action, summary] of Object.entries(summaries) as [StatusAction, string][]) {
    defineAction(group, session, action, summary);
  }
}

function defineAction(group: Command, session: Session, action: StatusAction, summary: string): void {
  const command = addAgentOptions(group.command(action))
    .summary(summary)
    .description(`${action[0]?.toUpperCase()}${action.slice(1)} a certificate (${summary}).`)
    .argument('<certificate>', 'certificate number or id')
    .addOption(
      new Option('--reason <code>', 'goes to partners over the protected channel, never on the chain')
        .choices(statusReasonSchema.options)
        .makeOptionMandatory(),
    )
    .requiredOption('--decision <reference>', 'number of the legal decision')
    .option('--decision-date <date>', 'date of the decision (default: today)')
    .option('--effective <date>', 'from when, in the zone of the authority; a future date is scheduled')
    .option('--no-wait', 'do not wait until the chain has confirmed the change')
    .option('--json', 'print the change as JSON on one line')
    .addHelpText('after', helpOf(action));
  if (action === 'revoke') {
    command.option('--confirm <number>', 'the certificate number, instead of typing it');
    command.option('--yes', 'has no effect here: a revocation needs the number');
  } else {
    command.option('--yes', 'do not ask');
  }
  command.action(async (certificate: string, options: StatusOptions) => {
    const { changeStatus } = await import('./change-status.js');
    session.exitCode = await changeStatus({ action, certificate, options }, session);
  });
}

const exampleReasons: Record<StatusAction, string> = {
  suspend: 'CRITERIA_NOT_MET',
  reinstate: 'REINSTATED',
  revoke: 'FRAUD_ESTABLISHED --confirm PE-OEA-2024-0012',
};

function helpOf(action: StatusAction): string {
  return `
Example:
  eslabon status ${action} PE-OEA-2024-0012 --reason ${exampleReasons[action]} \\
    --decision "RI 000-2026" --agent http://127.0.0.1:4101 --key KEY

Exit codes: 0 confirmed by the chain (or scheduled, or --no-wait), 1 decided but not confirmed within 30 s or
failed on the chain, 2 nothing was changed.`;
}
