import type { TableColumnOptions } from 'typeorm';

/** A column as `name type`: `*` after the name for a generated primary key, `!` for a primary key, `?` for nullable. */
export function parseColumn(text: string): TableColumnOptions {
  const [, name, mark, type] = /^(\w+)([*!?]?) (\w+)$/.exec(text) as unknown as [
    string,
    string,
    string,
    string,
  ];
  return {
    name,
    type,
    isNullable: mark === '?',
    isPrimary: mark === '*' || mark === '!',
    ...(mark === '*' ? { isGenerated: true, generationStrategy: 'increment' as const } : {}),
  };
}
