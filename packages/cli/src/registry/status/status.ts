import { printJson } from '../../output/print-json.js';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { findMismatches } from '../find-mismatches.js';
import { readDeployment } from '../read-deployment.js';
import type { RegistryOptions } from '../registry-options.js';
import { describeStatus } from './describe-status.js';
import { readStatus } from './read-status.js';
import { statusSentences } from './status-sentences.js';

/**
 * Says what the registries hold.
 * @returns 0, or 1 when the chain is not the one that the deployment pins.
 * @throws EslabonError DEPLOYMENT_MALFORMED, CHAIN_*, FILE_*
 */
export async function status(options: RegistryOptions, { io, language }: Session): Promise<number> {
  const deployment = await readDeployment(io, options.deployment);
  const mismatches = await findMismatches(options.rpc, deployment);
  if (mismatches.length > 0) {
    if (options.json === true) printJson(io, { pinned: false, mismatches });
    else {
      const say = statusSentences[language];
      const lines = mismatches.map((mismatch) => `  ${say.mismatch(mismatch)}`);
      printLines(io.stdout, [`✖ ${say.otherChain}`, ...lines]);
    }
    return 1;
  }
  const summary = await readStatus(options.rpc, deployment);
  if (options.json === true) printJson(io, { pinned: true, ...summary });
  else printLines(io.stdout, describeStatus(summary, language));
  return 0;
}
