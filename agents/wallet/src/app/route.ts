export const pages = ['home', 'receive', 'present', 'delegations', 'give', 'history', 'settings'] as const;

type Page = (typeof pages)[number];

/** A page of the wallet; those of one thing have its local id. */
export type Route = { page: Page } | { page: 'certificate' | 'delegation'; id: string };

/** The page that a part of an address after `#` names; the first one where it names none. */
export function routeOf(hash: string): Route {
  const [page = '', id] = hash.replace(/^#\//, '').split('/').map(decoded);
  if ((page === 'certificate' || page === 'delegation') && id !== undefined && id !== '') return { page, id };
  return { page: pages.find((name) => name === page) ?? 'home' };
}

export function addressOf(route: Route): string {
  if ('id' in route) return `#/${route.page}/${encodeURIComponent(route.id)}`;
  return route.page === 'home' ? '#/' : `#/${route.page}`;
}

/** Goes to a page, as a link would. */
export function goTo(route: Route): void {
  location.hash = addressOf(route);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
