import { createClient } from '@eslabon/client';
import { type Agent, parseAgentConfig } from '@eslabon/customs';

import { freePort } from '@eslabon/testkit';
import type { Network } from '../../network/start-network.js';
import type { Row } from '../main.js';
import type { Material } from '../securing/material.js';
import { inParallel } from './in-parallel.js';
import { type MadeAnswer, makeAnswers } from './make-answers.js';
import { makeCertificate } from './make-certificate.js';
import { type AgentProcess, startAgentProcess } from './start-agent-process.js';

const warmUp = 300;
const measured = 1500;

/**
 * Presentations over HTTP: sessions and answers are made before, then posted to Mexico's agent in a process of its own,
 * each to its verdict in the database. What is measured is the processor time of that process.
 */
export async function measurePresentations(
  network: Network,
  material: Material,
  folder: string,
): Promise<Row[]> {
  const mexico = network.agents.get('MX') as Agent;
  const { config } = mexico.parts;
  await mexico.stop();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { presentations } = parseAgentConfig({
    ...{ ...config, masterKey: Buffer.from(config.masterKey).toString('hex') },
    ...{ publicUrl: url, presentations: { sessionMinutes: 60 } },
  });
  const agent = await startAgentProcess(
    { ...config, port, publicUrl: url, presentations, requestsPerMinute: 10_000_000 },
    folder,
  );
  try {
    const held = await makeCertificate(material);
    const rows: Row[] = [];
    for (const responseMode of ['direct_post', 'direct_post.jwt'] as const) {
      const apiKey = network.apiKeys.MX?.verifier;
      const answers = await makeAnswers({ url, apiKey, responseMode, count: warmUp + measured }, held);
      await requireRecognised(url, apiKey, answers[0] as MadeAnswer);
      await post(answers.slice(1, warmUp));
      const { perCpuSecond, perSecond } = await measure(agent, answers.slice(warmUp));
      rows.push(
        {
          name: `presentations.${responseMode}, per core`,
          value: perCpuSecond,
          unit: '/s',
          goal: '≥ 500 /s',
        },
        { name: `presentations.${responseMode}, by clock`, value: perSecond, unit: '/s' },
      );
    }
    return rows;
  } finally {
    await agent.stop();
  }
}

async function measure(agent: AgentProcess, answers: readonly MadeAnswer[]) {
  const [cpuBefore, started] = [await agent.cpuSeconds(), performance.now()];
  await post(answers);
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = (await agent.cpuSeconds()) - cpuBefore;
  return { perCpuSecond: answers.length / cpuSeconds, perSecond: answers.length / seconds };
}

async function post(answers: readonly MadeAnswer[]): Promise<void> {
  await inParallel(answers.length, async (at) => {
    const { url, body } = answers[at] as MadeAnswer;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(url, { method: 'POST', body, headers });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`An answer was refused: ${text}`);
  });
}

/** What is measured has to be what it says: a presentation that is recognised. */
async function requireRecognised(url: string, apiKey: string | undefined, answer: MadeAnswer): Promise<void> {
  await post([answer]);
  const client = createClient({ baseUrl: url, apiKey });
  const { verdict } = await client.getPresentation({ params: { id: answer.id } });
  if (verdict?.verdict !== 'RECOGNISED') throw new Error(`The verdict is ${verdict?.verdict}.`);
}
