import { type Filters, filtersOf, queryOf } from './filters.js';

/** A page of the portal. */
export type Route =
  | { page: 'certificates'; filters: Filters }
  | { page: 'certificate'; id: string }
  | { page: 'waiting' }
  | { page: 'propose' };

/** The page that a part of an address after `#` names; the list of certificates where it names none. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\//, '').split('?');
  const [page, id = ''] = path.split('/');
  if (page === 'certificates' && /^[0-9a-f-]{36}$/.test(id)) return { page: 'certificate', id };
  if (page === 'waiting' || page === 'propose') return { page };
  return { page: 'certificates', filters: filtersOf(page === 'certificates' ? query : '') };
}

export function addressOf(route: Route): string {
  switch (route.page) {
    case 'certificates':
      return `#/certificates${queryOf(route.filters)}`;
    case 'certificate':
      return `#/certificates/${route.id}`;
    default:
      return `#/${route.page}`;
  }
}

/** Goes to a page, as a link would. */
export function goTo(route: Route): void {
  location.hash = addressOf(route);
}
