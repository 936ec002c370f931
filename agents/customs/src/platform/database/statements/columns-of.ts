import type { EntitySchema, ObjectLiteral } from 'typeorm';

/** A column as its table defines it, for a statement that is written once. */
export interface StatementColumn {
  /** Quoted. */
  name: string;
  /** As the database takes it. */
  write(value: unknown): unknown;
  read(stored: unknown): unknown;
}

/** The columns of a table by the names of their members. @throws TypeError for a member that is no column */
export function columnsOf<T extends ObjectLiteral>(
  table: EntitySchema<T>,
  members: readonly (keyof T & string)[],
): StatementColumn[] {
  const { name: tableName, columns } = table.options;
  return members.map((member) => {
    const column = Object.hasOwn(columns, member) ? columns[member] : undefined;
    if (column === undefined) throw new TypeError(`“${tableName}” has no column “${member}”.`);
    const name = `"${column.name ?? member}"`;
    if (column.type !== 'simple-json') return { name, write: same, read: same };
    return { name, write: ifAny(JSON.stringify), read: ifAny((text) => JSON.parse(text as string)) };
  });
}

const same = (value: unknown): unknown => value;

function ifAny(change: (value: unknown) => unknown) {
  return (value: unknown): unknown => (value === null ? null : change(value));
}
