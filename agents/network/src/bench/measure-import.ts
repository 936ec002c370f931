import { setTimeout } from 'node:timers/promises';
import { createClient } from '@eslabon/client';
import type { Agent } from '@eslabon/customs';
import type { Network } from '../network/start-network.js';
import type { Row } from './main.js';

const rowCount = 5000;

/** Import of 5,000 rows over HTTP, until the last certificate is issued; and the share of bare signing in it. */
export async function measureImport(network: Network): Promise<Row[]> {
  const agent = network.agents.get('BO') as Agent;
  const client = createClient({ baseUrl: agent.url, apiKey: network.apiKeys.BO?.supervisor });
  const body = new TextEncoder().encode(register());
  const started = performance.now();
  let view = await client.startImport({ query: { fileName: 'bench.csv' }, body });
  while (view.state === 'queued' || view.state === 'running') {
    await setTimeout(20);
    view = await client.getImport({ params: { id: view.id } });
  }
  const seconds = (performance.now() - started) / 1000;
  if (view.counts.issued !== rowCount)
    throw new Error(`Only ${view.counts.issued} of ${rowCount} rows were issued.`);
  const signing = measureSigning(agent);
  return [
    { name: 'import.rate', value: rowCount / seconds, unit: 'cert/s', goal: '≥ 1000 /s' },
    { name: 'sign.rate', value: signing, unit: 'sign/s' },
    { name: 'import.time over bare signing', value: (seconds * signing) / rowCount, unit: '×' },
  ];
}

function measureSigning(agent: Agent): number {
  const key = agent.parts.keys.key('delegate-1');
  const data = new Uint8Array(1500).fill(7);
  const started = performance.now();
  for (let i = 0; i < rowCount; i++) key.sign(data);
  return rowCount / ((performance.now() - started) / 1000);
}

/** Every fiftieth row is suspended, so that the status queue is at work too. */
function register(): string {
  const header =
    'certificateNumber,nationalId,legalName,city,certificateType,roles,decisionDate,effectiveDate,validUntil,status';
  const rows = Array.from({ length: rowCount }, (_, i) => {
    const status = i % 50 === 49 ? 'suspended' : 'active';
    return `OEA-BO-BENCH-${i},${300_000_000 + i},Exportadora Número ${i} S.R.L.,La Paz,security,EX+IM,2024-01-10,2024-01-15,2034-01-15,${status}`;
  });
  return [header, ...rows].join('\n');
}
