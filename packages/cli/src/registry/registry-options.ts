import type { Command } from 'commander';

export interface RegistryOptions {
  rpc: string;
  deployment: string;
  json?: boolean;
}

/** Adds the options of commands that look at registries that are there. */
export function addRegistryOptions(command: Command): Command {
  return command
    .requiredOption('--rpc <url>', 'JSON-RPC address of a node')
    .requiredOption('--deployment <file>', 'what “registry deploy” wrote, or a trust anchor')
    .option('--json', 'print the result as JSON on one line');
}
