import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { createClient } from '@eslabon/client';
import type { ImportView } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import type { Agent } from '@eslabon/customs';

/** Imports the sample register of an agent's country as its supervisor would, and waits until it is done. */
export async function importRegister(agent: Agent, apiKey: string): Promise<ImportView> {
  const client = createClient({ baseUrl: agent.url, apiKey });
  const fileName = `${agent.parts.config.country.toLowerCase()}.csv`;
  const file = readFileSync(new URL(`../../data/registers/${fileName}`, import.meta.url));
  const { id } = await client.startImport({ query: { fileName }, body: new Uint8Array(file) });
  for (;;) {
    const view = await client.getImport({ params: { id } });
    if (view.state === 'done') return view;
    if (view.state === 'failed') {
      throw new EslabonError('INTERNAL', `The import of ${fileName} failed: ${view.error?.message}`);
    }
    await setTimeout(50);
  }
}
