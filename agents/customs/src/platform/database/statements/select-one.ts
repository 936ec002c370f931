import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { columnsOf } from './columns-of.js';

type Member<T> = keyof T & string;

/**
 * A lookup that is made so often that building its query anew would cost more than answering it. Names and types of the
 * columns are those of the table's definition.
 * @param members what is read. @param by is unique
 */
export function selectOne<T extends ObjectLiteral, K extends Member<T>>(
  table: EntitySchema<T>,
  members: readonly K[],
  by: Member<T>,
): (manager: EntityManager, value: string) => Promise<Pick<T, K> | null> {
  const columns = columnsOf(table, members);
  const [key] = columnsOf(table, [by]);
  const names = members.map((member, at) => `${columns[at]?.name} AS "${member}"`).join(', ');
  const statement = `SELECT ${names} FROM "${table.options.name}" WHERE ${key?.name} = ? LIMIT 1`;
  return async (manager, value) => {
    const [row] = (await manager.query(statement, [value])) as Record<string, unknown>[];
    if (row === undefined) return null;
    const read = members.map((member, at) => [member, columns[at]?.read(row[member])]);
    return Object.fromEntries(read) as Pick<T, K>;
  };
}
