import type { OperationInput, OperationOutput, Operations } from '@eslabon/client/contract';
import { And, type EntityManager, type FindOptionsWhere, LessThan, MoreThanOrEqual } from 'typeorm';
import { formatCursor, parseCursor } from '../certificates/cursor.js';
import { type DecisionRow, decisionTable } from './decision-table.js';

type List = Operations['listDecisions'];

/** A page of decisions, the last received first. @throws EslabonError CURSOR_INVALID */
export async function listDecisions(
  read: EntityManager,
  { cursor, limit, verdict, post, from, until }: OperationInput<List>['query'],
): Promise<OperationOutput<List>> {
  const where: FindOptionsWhere<DecisionRow> = {};
  if (verdict !== undefined) where.verdict = verdict;
  if (post !== undefined) where.post = post;
  const bounds = [
    ...(from === undefined ? [] : [MoreThanOrEqual(new Date(from).toISOString())]),
    ...(until === undefined ? [] : [LessThan(new Date(until).toISOString())]),
  ];
  if (bounds.length > 0) where.decidedAt = And(...bounds);
  if (cursor !== undefined) where.sequence = LessThan(parseCursor(cursor));
  const rows = await read.find(decisionTable, { where, order: { sequence: 'DESC' }, take: limit + 1 });
  const page = rows.slice(0, limit);
  const items = page.map(({ content, receivedAt, receivedFrom }) => ({
    ...content,
    receivedAt,
    receivedFrom,
  }));
  const last = page.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: formatCursor(last.sequence) } : { items };
}
