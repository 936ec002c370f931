import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AgentConfig } from '@eslabon/customs';

export interface AgentProcess {
  /** Seconds of processor time that it has used until now. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts an agent in a process of its own. The agent that had its folder until now has to be stopped. */
export async function startAgentProcess(config: AgentConfig, folder: string): Promise<AgentProcess> {
  const file = join(folder, 'agent.json');
  const masterKey = Buffer.from(config.masterKey).toString('hex');
  writeFileSync(file, JSON.stringify({ ...config, masterKey }), { mode: 0o600 });
  const child = fork(fileURLToPath(new URL('./agent-process.js', import.meta.url)), [file]);
  const answer = async (): Promise<number> => {
    const [message] = (await once(child, 'message')) as [{ cpuSeconds: number }];
    return message.cpuSeconds;
  };
  await answer();
  return {
    cpuSeconds() {
      child.send('cpu');
      return answer();
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
