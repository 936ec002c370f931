import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';

/** Parameters that one statement may have in SQLite (32,766) and in PostgreSQL (65,535). */
const maxParameters = 32_000;

/** Inserts many rows with few statements. Every row must have the same members; the generated key is left out. */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<T>,
  rows: readonly Omit<T, 'sequence'>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const step = Math.floor(maxParameters / (Object.keys(first).length + 1));
  for (let from = 0; from < rows.length; from += step) {
    await manager
      .createQueryBuilder()
      .insert()
      .into(table)
      .values(rows.slice(from, from + step) as never)
      .updateEntity(false)
      .execute();
  }
}
