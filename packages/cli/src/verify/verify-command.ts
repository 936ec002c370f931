import type { Command } from 'commander';
import type { Session } from '../program/session.js';

export interface VerifyOptions {
  bundle: string;
  as: string;
  at?: string;
  purpose?: string;
  reference?: string;
  trust?: string;
  json?: boolean;
}

/** `eslabon verify`: loads the verifier, and nothing that speaks to a network. */
export function defineVerify(parent: Command, session: Session): void {
  parent
    .command('verify')
    .summary('decide, without a network, whether a certificate is to be recognised')
    .description('Decide, without a network, whether the certificate in a file is to be recognised.')
    .argument(
      '<file>',
      'credential, presentation, or photo (JPEG, PNG) of a printed code; - is standard input',
    )
    .requiredOption('--bundle <file>', 'the offline bundle to decide with')
    .requiredOption('--as <country>', 'country of the administration that asks, such as MX')
    .option(
      '--at <time>',
      'instant asked about: 2026-05-03T15:00:00Z, or a date, which means noon UTC (default: now)',
    )
    .option(
      '--purpose <kind>',
      'what it is presented for: counter, declaration or consignment; who acts for a company must be authorised for it',
    )
    .option('--reference <number>', 'number of the declaration or consignment that it is presented for')
    .option(
      '--trust <file>',
      'trust anchor (default: ESLABON_TRUST, .eslabon/trust.json here or above, or at home)',
    )
    .option('--json', 'print the verdict as JSON on one line')
    .addHelpText('after', help)
    .action(async (file: string, options: VerifyOptions) => {
      const { verifyFile } = await import('./verify-file.js');
      session.exitCode = await verifyFile(file, options, session);
    });
}

const help = `
Examples:
  eslabon verify certificate.jwt --bundle pe.eslabon --as MX
  eslabon verify certificate.jwt --bundle pe.eslabon --as MX --at 2026-05-03 --json
  eslabon verify photo.jpg --bundle pe.eslabon --as MX
  eslabon verify driver.jwt --bundle pe.eslabon --as MX --purpose consignment --reference MX-26-0417
  cat certificate.jwt | eslabon verify - --bundle pe.eslabon --as MX --lang es

Exit codes: 0 RECOGNISED, 1 any other verdict, 2 could not run.
A plain date in --at means noon UTC of that day.`;
