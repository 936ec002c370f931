import { useSyncExternalStore } from 'react';

export const routes = ['verify', 'request', 'data', 'log', 'settings'] as const;

export type Route = (typeof routes)[number];

/** The page that the address names after its `#`; the first one where it names none. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, current);
}

export function addressOf(route: Route): string {
  return `#/${route}`;
}

function current(): Route {
  const name = location.hash.replace(/^#\//, '');
  return routes.find((route) => route === name) ?? 'verify';
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
