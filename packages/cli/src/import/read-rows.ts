import type { Client } from '@eslabon/client';
import type { ImportRow } from '@eslabon/client/contract';

const pageSize = 200;

/** The first rows of an import that have issues, at most `count`, and whether there are more. */
export async function readRows(
  client: Pick<Client, 'listImportRows'>,
  id: string,
  count: number,
): Promise<{ rows: ImportRow[]; more: boolean }> {
  const rows: ImportRow[] = [];
  let cursor: string | undefined;
  do {
    const limit = Math.min(pageSize, count - rows.length);
    const page = await client.listImportRows({ params: { id }, query: { only: 'issues', limit, cursor } });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < count);
  return { rows, more: cursor !== undefined };
}
