/** JSON objects that throw when they are made a text or a number, as `String(value)` and templates do. */
export const hostileValues: readonly object[] = [
  { toString: '', valueOf: '' },
  [{ toString: 0, valueOf: 0 }],
];

interface HostileCopy {
  /** JSON pointer to what was replaced. */
  place: string;
  copy: unknown;
}

/** A JSON value with a hostile one in the place of each of its members and items, one after the other. */
export function* hostileCopies(value: unknown, pointer = ''): Generator<HostileCopy> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const place = `${pointer}/${key}`;
    for (const hostile of hostileValues) yield { place, copy: withMember(value, key, hostile) };
    for (const inner of hostileCopies(member, place)) {
      yield { place: inner.place, copy: withMember(value, key, inner.copy) };
    }
  }
}

function withMember(value: object, key: string, member: unknown): unknown {
  return Array.isArray(value) ? value.with(Number(key), member) : { ...value, [key]: member };
}
