import type { Command } from 'commander';
import { Option } from 'commander';
import type { Session } from '../../program/session.js';
import type { FeatureName } from './features.js';
import { featureNames } from './features.js';

export interface JoseOptions {
  input: string;
  key: string;
  feature: FeatureName;
  output: string;
  sd?: string;
}

/** `eslabon conformance jose issue|verify` */
export function defineJose(parent: Command, session: Session): void {
  const group = parent
    .command('jose')
    .summary('secure and verify as JWT, SD-JWT and COSE')
    .description('Secure and verify credentials and presentations with JOSE and COSE.');
  addOptions(group.command('issue'), 'the credential or presentation to secure, JSON')
    .option('--sd <paths>', 'claims that the holder may withhold, a JSON array of paths (SD-JWT only)')
    .summary('secure a credential or presentation')
    .description('Secure a credential or presentation with the secret key of a verification method.')
    .addHelpText('after', helpOf('issue', 'credential.json', 'could not be secured'))
    .action(async (options: JoseOptions) => {
      const { issueFile } = await import('./issue-file.js');
      session.exitCode = await issueFile(options, session);
    });
  addOptions(group.command('verify'), 'the token: text, or COSE in base64')
    .summary('verify the securing of a credential or presentation')
    .description(
      'Verify that a token is secured as the feature says, by the public key of a verification method. Says nothing ' +
        'about validity periods, status or trust, and does not open the credentials in a presentation.',
    )
    .addHelpText('after', helpOf('verify', 'credential.txt', 'does not hold'))
    .action(async (options: JoseOptions) => {
      const { verifyFile } = await import('./verify-file.js');
      session.exitCode = await verifyFile(options, session);
    });
}

function addOptions(command: Command, input: string): Command {
  return command
    .requiredOption('--input <file>', input)
    .requiredOption('--key <file>', 'verification method of type JsonWebKey, with its keys as JWK')
    .addOption(
      new Option('--feature <feature>', 'what it is, and how it is secured')
        .choices(featureNames)
        .makeOptionMandatory(),
    )
    .requiredOption('--output <file>', 'where to write the result, JSON');
}

const helpOf = (verb: string, input: string, failure: string) => `
Example:
  eslabon conformance jose ${verb} --input ${input} --key key.json --feature credential_jose --output result.json

The result is {"result": "success" | "failure" | "indeterminate", "data": "…"}.

Exit codes: 0 success, 1 it ${failure} (the result says why), 2 could not run.`;
