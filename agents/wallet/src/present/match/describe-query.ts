import type { DcqlQuery } from 'dcql';

/** What a query asks for, in short: for when nothing that is held answers it. */
export function describeQuery({ credentials }: DcqlQuery.Output): string {
  const [first] = credentials;
  const claims = (first?.claims ?? []) as readonly {
    path?: readonly unknown[];
    values?: readonly unknown[];
  }[];
  const asked = claims.map(({ path = [], values }) => {
    const name = path.filter((part) => typeof part === 'string').join('.');
    return values === undefined ? name : `${name}: ${values.join(' | ')}`;
  });
  return [first?.format ?? '', ...asked].join(', ').slice(0, 500);
}
