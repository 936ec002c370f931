import type { Command } from 'commander';

export interface AgentOptions {
  agent?: string;
  key?: string;
}

/** Adds the two options that say which agent is asked, and as whom. */
export function addAgentOptions(command: Command): Command {
  return command
    .option(
      '--agent <url>',
      'address of the agent, or its country when .eslabon/agents.json knows it (default: ESLABON_AGENT)',
    )
    .option(
      '--key <key>',
      'API key; ESLABON_KEY keeps it out of the list of processes (default: ESLABON_KEY)',
    );
}
