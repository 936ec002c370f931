import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { columnsOf } from './columns-of.js';

type Member<T> = keyof T & string;

/**
 * A change that is made so often that building its statement anew would cost more than making it. Names and types of the
 * columns are those of the table's definition.
 * @param members what is changed. @param where which rows, in SQL with `?` for each value that is given
 * @returns makes the change, and tells how many rows it changed
 */
export function updateWhere<T extends ObjectLiteral, K extends Member<T>>(
  table: EntitySchema<T>,
  members: readonly K[],
  where: string,
): (manager: EntityManager, values: Pick<T, K>, given: readonly unknown[]) => Promise<number> {
  const columns = columnsOf(table, members);
  const changes = columns.map(({ name }) => `${name} = ?`).join(', ');
  const statement = `UPDATE "${table.options.name}" SET ${changes} WHERE ${where} RETURNING 1`;
  return async (manager, values, given) => {
    const written = members.map((member, at) => columns[at]?.write(values[member]));
    const changed = (await manager.query(statement, [...written, ...given])) as unknown[];
    return changed.length;
  };
}
