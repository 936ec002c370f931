import {
  askChainId,
  contractNames,
  createChainClient,
  type DeploymentProgress,
  deployRegistries,
  detectConsensus,
} from '@eslabon/chain';
import { printJson } from '../../output/print-json.js';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { confirmDeployment } from './confirm-deployment.js';
import type { DeployCommandOptions } from './deploy-command.js';
import { deploySentences } from './deploy-sentences.js';
import { readDeployerKey } from './deployer-key.js';
import { readFounders } from './read-founders.js';
import { readProgress } from './read-progress.js';
import { readSubmitter } from './read-submitter.js';
import { writeProgress } from './write-progress.js';

/**
 * Deploys what is missing of the registries, and keeps every step in the file.
 * @throws EslabonError CONFIG_INVALID, INPUT_INVALID, DEPLOYMENT_*, CHAIN_*, FILE_*
 */
export async function deploy(options: DeployCommandOptions, session: Session): Promise<number> {
  const { io, language } = session;
  const say = deploySentences[language];
  const deployerKey = await readDeployerKey(io, options.keyFile);
  const submitter = await readSubmitter(io, options.submitter);
  const earlier = await readProgress(io, options.out);
  const progress = earlier?.progress;
  const chainId = await askChainId(options.rpc);
  const founders = await readFounders(io, options.founders, chainId);
  const missing = contractNames.filter((name) => progress?.contracts[name] === undefined);
  const plan = { chainId, founders, missing, submitter, options };
  if (missing.length > 0) await confirmDeployment(plan, session);

  const onProgress = async (next: DeploymentProgress): Promise<void> => {
    await writeProgress(io, options.out, next);
    if (next.pending === undefined) return;
    const { name, transaction } = next.pending;
    const isRelayed = submitter.model === 'relay';
    printLines(io.stderr, [isRelayed ? say.relaying(name) : say.deploying(name, transaction)]);
  };
  if (progress?.pending) printLines(io.stderr, [say.goingOn(progress.pending.name)]);
  const deployed = await deployRegistries({
    rpcUrl: options.rpc,
    chainId,
    deployerKey,
    submitter,
    founders,
    progress,
    onProgress,
  });
  const consensus =
    earlier?.consensus ?? (await detectConsensus(createChainClient({ rpcUrl: options.rpc, chainId })));
  const deployment = { ...deployed, ...(consensus && { consensus }) };
  // Also when an earlier run was interrupted behind the last contract.
  if (earlier?.isWhole !== true) await writeProgress(io, options.out, deployment);

  if (options.json === true) printJson(io, { ...deployment, deployed: missing });
  else {
    const lines = contractNames.map((name) => `  ${name.padEnd(20)} ${deployment.contracts[name].address}`);
    const title =
      missing.length === 0 ? say.allThere(chainId) : say.done(missing.length, chainId, options.out);
    printLines(io.stdout, [`✔ ${title}`, ...lines]);
  }
  return 0;
}
