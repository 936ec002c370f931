import { type ContractName, type Founder, nameWay, type SubmitterConfig } from '@eslabon/chain';
import { EslabonError } from '@eslabon/core';
import { printLines } from '../../output/print-lines.js';
import { printable } from '../../output/printable.js';
import type { Session } from '../../program/session.js';
import type { DeployCommandOptions } from './deploy-command.js';
import { deploySentences } from './deploy-sentences.js';

export interface DeploymentToConfirm {
  chainId: number;
  founders: readonly Founder[];
  missing: readonly ContractName[];
  submitter: SubmitterConfig;
  options: Pick<DeployCommandOptions, 'yes'>;
}

/**
 * Asks the person at the terminal, if there is one, before anything is sent.
 * @throws EslabonError DEPLOYMENT_CONFIRMATION; nothing was sent
 */
export async function confirmDeployment(plan: DeploymentToConfirm, session: Session): Promise<void> {
  const { chainId, founders, missing, submitter, options } = plan;
  const { ask, stderr } = session.io;
  if (options.yes === true || ask === undefined) return;
  const say = deploySentences[session.language];
  printLines(stderr, [
    ...founders.map(({ country, did }) => `  ${country} ${did}`),
    `  ${say.carriedBy(nameWay(submitter))}`,
  ]);
  const answer = await ask(printable(`${say.ask(missing.length, chainId, founders.length)} `));
  if (say.yes.includes(answer.trim().toLowerCase())) return;
  throw new EslabonError('DEPLOYMENT_CONFIRMATION', 'The deployment was not confirmed.', {
    hints: ['Nothing was sent. --yes goes on without a question.'],
  });
}
