import { useHash } from '@eslabon/ui';

export const routes = ['verify', 'request', 'data', 'log', 'settings'] as const;

export type Route = (typeof routes)[number];

/** The page that the address names after its `#`; the first one where it names none. */
export function useRoute(): Route {
  const name = useHash().replace(/^#\//, '');
  return routes.find((route) => route === name) ?? 'verify';
}

export function addressOf(route: Route): string {
  return `#/${route}`;
}
