import { readFileSync } from 'node:fs';
import { createAgent, parseAgentConfig } from '@eslabon/customs';

/**
 * One agent in a process of its own, so that what it needs of the processor can be told from what its callers need: it
 * says so, in seconds, whenever it is asked.
 */
const agent = await createAgent(
  parseAgentConfig(JSON.parse(readFileSync(process.argv[2] as string, 'utf8'))),
);

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuSeconds: (user + system) / 1e6 });
});
process.once('disconnect', () => void agent.stop());
process.send?.({ cpuSeconds: 0 });
