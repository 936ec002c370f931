import { createClient } from '@eslabon/client';
import { type Agent, parseAgentConfig } from '@eslabon/customs';
import { freePort } from '@eslabon/testkit';
import type { Network } from '../../network/start-network.js';
import type { Row } from '../main.js';
import { median } from '../median.js';
import type { Material } from '../securing/material.js';
import { inParallel } from './in-parallel.js';
import { type MadeAnswer, makeAnswers } from './make-answers.js';
import { makeCertificate } from './make-certificate.js';
import { type AgentProcess, startAgentProcess } from './start-agent-process.js';

/** Companies that present in turn: more than the keys that an agent remembers, so that every one is a new one to it. */
const companies = 600;
/** Answers until the compiler is done, and in each of the rounds that are measured. */
const warmUp = 1200;
const measured = 600;
const rounds = 5;

const responseModes = ['direct_post', 'direct_post.jwt'] as const;

/**
 * Presentations over HTTP: sessions and answers are made before, then posted to Mexico's agent in a process of its own,
 * each to its verdict in the database. What is measured is the processor time of that process with all its threads; the
 * clock besides, on which the callers' work shows as well. The modes take turns; what counts is the median round.
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
    const held = await inParallel(companies, () => makeCertificate(material));
    const apiKey = network.apiKeys.MX?.verifier;
    const answers = (responseMode: ResponseMode, count: number) =>
      makeAnswers({ url, apiKey, responseMode, count }, held);
    const figures = new Map(responseModes.map((mode) => [mode, [] as Figure[]]));
    for (const mode of responseModes) await post(await answers(mode, warmUp));
    for (let round = 0; round < rounds; round++) {
      for (const [mode, taken] of figures) {
        const made = await answers(mode, measured);
        taken.push(await measure(agent, made));
        await requireRecognised(url, apiKey, made[round] as MadeAnswer);
      }
    }
    return [...figures].flatMap(([mode, taken]) => rowsOf(mode, taken));
  } finally {
    await agent.stop();
  }
}

type ResponseMode = (typeof responseModes)[number];

interface Figure {
  perCpuSecond: number;
  perSecond: number;
}

function rowsOf(mode: ResponseMode, figures: readonly Figure[]): Row[] {
  const value = (name: keyof Figure) => median(figures.map((figure) => figure[name]));
  return [
    {
      name: `presentations.${mode}, per core`,
      value: value('perCpuSecond'),
      ...{ unit: '/s', goal: '≥ 500 /s' },
    },
    { name: `presentations.${mode}, by clock`, value: value('perSecond'), unit: '/s' },
  ];
}

async function measure(agent: AgentProcess, answers: readonly MadeAnswer[]): Promise<Figure> {
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
  const client = createClient({ baseUrl: url, apiKey });
  const { verdict } = await client.getPresentation({ params: { id: answer.id } });
  if (verdict?.verdict !== 'RECOGNISED') throw new Error(`The verdict is ${verdict?.verdict}.`);
}
