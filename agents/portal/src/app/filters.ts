/** What a text is searched in. */
export const searchKinds = ['name', 'tin', 'number'] as const;

export type SearchKind = (typeof searchKinds)[number];

/** Which certificates: what the grant or the status of an issued one has to be. */
export const showKinds = ['proposed', 'issued', 'rejected', 'active', 'suspended', 'revoked'] as const;

export type ShowKind = (typeof showKinds)[number];

/** What the list is narrowed to; it stands in the address, so that a link or a reload shows the same. */
export interface Filters {
  search?: { kind: SearchKind; text: string };
  show?: ShowKind;
}

/** Reads them from the query of an address. What it does not know is left out. */
export function filtersOf(query: string): Filters {
  const parameters = new URLSearchParams(query);
  const kind = searchKinds.find((name) => (parameters.get(name) ?? '').trim() !== '');
  const show = showKinds.find((name) => name === parameters.get('show'));
  return {
    ...(kind !== undefined && { search: { kind, text: (parameters.get(kind) as string).trim() } }),
    ...(show !== undefined && { show }),
  };
}

/** The query of an address that stands for them, with its `?`; nothing where all are shown. */
export function queryOf({ search, show }: Filters): string {
  const parameters = new URLSearchParams();
  if (search !== undefined) parameters.set(search.kind, search.text);
  if (show !== undefined) parameters.set('show', show);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}
