import type { ImportRow, ImportView } from '@eslabon/client/contract';
import { type TestAgent, waitFor } from '@eslabon/customs/testing';

/** Of a register with all required columns and an end date. */
export const header =
  'Número de certificado;Identificación;Razón social;Tipo de certificado;Roles;Fecha de resolución;Vigente desde;Vigente hasta;Estado';
/** A row of a Chilean operator. */
export const row = (number: string, status = 'Vigente', name = `Empresa ${number} S.A.`) =>
  `${number};76.977.984-1;${name};Seguridad;EX+IM;2024-01-10;2024-01-15;2044-01-14;${status}`;
export const file = (...rows: string[]) => new TextEncoder().encode([header, ...rows, ''].join('\r\n'));

/** Sends a register; answers with the import as it was queued. */
export async function startImport(
  agent: TestAgent,
  body: Uint8Array,
  query: { dryRun?: 'true'; fileName?: string } = {},
) {
  return agent.as('supervisor').startImport({ body, query });
}

export function finished(agent: TestAgent, id: string): Promise<ImportView> {
  return waitFor(
    () => agent.as('supervisor').getImport({ params: { id } }),
    ({ state }) => state === 'done' || state === 'failed',
  );
}

/** Sends a register and waits until it is dealt with. */
export async function importRegister(...given: Parameters<typeof startImport>): Promise<ImportView> {
  return finished(given[0], (await startImport(...given)).id);
}

/** The report of an import, page by page. */
export async function rowsOf(
  agent: TestAgent,
  { id }: Pick<ImportView, 'id'>,
  query: { only?: 'all' | 'issues' | 'rejected'; limit?: number } = {},
): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await agent
      .as('supervisor')
      .listImportRows({ params: { id }, query: { limit: 200, ...query, cursor } });
    rows.push(...page.items);
    if (page.next === undefined) return rows;
    cursor = page.next;
  }
}

/** Waits until the chain has every status. */
export const untilWritten = (agent: TestAgent) =>
  waitFor(
    () => agent.as('machine').getReadiness({}),
    ({ outbox }) => outbox.waiting === 0,
  );
