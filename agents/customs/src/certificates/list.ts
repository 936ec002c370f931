import type { OperationInput, OperationOutput, Operations } from '@eslabon/client/contract';
import { type EntityManager, type FindOptionsWhere, LessThan, Raw } from 'typeorm';
import { type CertificateRow, certificateTable } from './certificate-table.js';
import { formatCursor, parseCursor } from './cursor.js';
import { searchName } from './search-name.js';
import { viewCertificates } from './view.js';

type List = Operations['listCertificates'];

/** A page of certificates, newest first. Entries added meanwhile do not shift the pages that follow. */
export async function listCertificates(
  read: EntityManager,
  query: OperationInput<List>['query'],
): Promise<OperationOutput<List>> {
  const { cursor, limit, name, ...exact } = query;
  const where: FindOptionsWhere<CertificateRow> = Object.fromEntries(
    Object.entries(exact).filter(([, value]) => value !== undefined),
  );
  if (name !== undefined) where.searchName = containing(searchName(name));
  if (cursor !== undefined) where.sequence = LessThan(parseCursor(cursor));
  const rows = await read.find(certificateTable, { where, order: { sequence: 'DESC' }, take: limit + 1 });
  const page = rows.slice(0, limit);
  const items = await viewCertificates(read, page);
  const last = page.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: formatCursor(last.sequence) } : { items };
}

/** In SQL, % and _ in the text searched for would match anything; here they mean themselves. */
function containing(text: string) {
  const part = `%${text.replace(/[!%_]/g, '!$&')}%`;
  return Raw((column) => `${column} LIKE :part ESCAPE '!'`, { part });
}
