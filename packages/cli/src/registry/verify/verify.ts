import type { Deployment } from '@eslabon/bundle';
import { contractNames, createChainClient, getCode } from '@eslabon/chain';
import { printJson } from '../../output/print-json.js';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { readDeployment } from '../read-deployment.js';
import type { RegistryOptions } from '../registry-options.js';
import { checkContract } from './check-contract.js';
import { compileContracts } from './compile-contracts.js';
import { describeFindings } from './describe-findings.js';
import type { Finding } from './finding.js';

/**
 * Compares the registries on the chain with what the sources of this repository compile to.
 * @returns 0 when all is as it must be, 1 when something differs.
 * @throws EslabonError DEPLOYMENT_MALFORMED, DEPLOYMENT_SOURCES_MISSING, CHAIN_*, FILE_*
 */
export async function verify(options: RegistryOptions, { io, language }: Session): Promise<number> {
  const deployment = await readDeployment(io, options.deployment);
  const findings = await checkDeployment(options.rpc, deployment);
  const ok = findings.every(({ mismatches }) => mismatches.length === 0);
  if (options.json === true) printJson(io, { ok, chainId: deployment.chainId, findings });
  else printLines(io.stdout, describeFindings(findings, deployment, language));
  return ok ? 0 : 1;
}

async function checkDeployment(rpcUrl: string, deployment: Deployment): Promise<Finding[]> {
  const client = createChainClient({ rpcUrl, chainId: deployment.chainId });
  const codes = new Map<string, string>();
  for (const name of contractNames) {
    codes.set(name, await getCode(client, deployment.contracts[name].address));
  }
  const compiled = await compileContracts();
  return contractNames.flatMap((name) =>
    checkContract(name, { deployment, compiled, code: codes.get(name) ?? '0x' }),
  );
}
