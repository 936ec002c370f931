import { type Command, Option } from 'commander';
import { type AgentOptions, addAgentOptions } from '../agent/agent-options.js';
import type { Session } from '../program/session.js';

export interface CredentialOptions extends AgentOptions {
  format: 'vc+jwt' | 'vc1-jwt';
  out: string;
}

/** `eslabon certificate credential` */
export function defineCredential(parent: Command, session: Session): void {
  addAgentOptions(parent.command('credential'))
    .summary('export the signed credential')
    .description('Export the signed credential of a certificate, as compact JWT.')
    .argument('<id>', 'id or certificate number')
    .addOption(
      new Option('--format <format>', 'vc+jwt: VCDM 2.0; vc1-jwt: VCDM 1.1 for stock Veramo partners')
        .choices(['vc+jwt', 'vc1-jwt'])
        .default('vc+jwt'),
    )
    .option('--out <file>', 'where to write it; - is standard output', '-')
    .addHelpText('after', help)
    .action(async (id: string, options: CredentialOptions) => {
      const { getCredential } = await import('./get-credential.js');
      session.exitCode = await getCredential(id, options, session);
    });
}

const help = `
Example:
  eslabon certificate credential PE-OEA-2024-0012 --out certificate.jwt --agent http://127.0.0.1:4101 --key KEY

Exit codes: 0 written, 2 could not.`;
