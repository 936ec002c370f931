import type { Command } from 'commander';
import type { Session } from '../../program/session.js';

export interface DeployCommandOptions {
  rpc: string;
  founders: string[];
  out: string;
  submitter?: string;
  keyFile?: string;
  yes?: boolean;
  json?: boolean;
}

/** `eslabon registry deploy` */
export function defineDeploy(parent: Command, session: Session): void {
  parent
    .command('deploy')
    .summary('deploy the registries, or what is missing of them')
    .description(
      'Deploy ERC-1056 and the three registries. Everything is written to a file before and after each contract: run the ' +
        'same command again after an interruption, and it deploys what is missing.',
    )
    .requiredOption('--rpc <url>', 'JSON-RPC address of a node of the chain')
    .requiredOption(
      '--founders <files...>',
      'founding authorities: JSON [{"country": "PE", "did": "did:ethr:…"}, …]',
    )
    .requiredOption('--out <file>', 'where the deployment is written, for agents and verifiers to pin')
    .option(
      '--submitter <file>',
      'by which way to the chain (JSON; default: transactions of the account that deploys)',
    )
    .option('--key-file <file>', 'private key of the account that deploys (default: ESLABON_DEPLOYER_KEY)')
    .option('--yes', 'do not ask')
    .option('--json', 'print the deployment as JSON on one line')
    .addHelpText('after', help)
    .action(async (options: DeployCommandOptions) => {
      const { deploy } = await import('./deploy.js');
      session.exitCode = await deploy(options, session);
    });
}

const help = `
Example:
  eslabon registry deploy --rpc http://127.0.0.1:8545 --founders founders.json \\
    --out deployment.json --key-file deployer.key

The file of --submitter has what an agent's configuration has under “submitter”:
  {"model": "relay", "relaySignerUrl": "http://127.0.0.1:9001", "nodeAddress": "0x…", "gasAllowance": 20000000}
  {"model": "hub", "hub": "0x…"}
Go on after an interruption with the submitter and the key of the first run.

The account that deploys gets no right over the registries: it is not asked again afterwards.

Exit codes: 0 the registries are there, 2 they could not be deployed, or not all of them.`;
