import type { Command } from 'commander';

export interface ProofOptions {
  as?: string;
  trust?: string;
}

/** Adds the two options that say in whose eyes a bundle has to hold. */
export function addProofOptions(command: Command): Command {
  return command
    .option(
      '--as <country>',
      'country whose authority must have attested the block, such as MX (default: the only one in the trust anchor)',
    )
    .option(
      '--trust <file>',
      'trust anchor (default: ESLABON_TRUST, .eslabon/trust.json here or above, or at home)',
    );
}
