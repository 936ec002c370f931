import { useHash } from '@eslabon/ui';
import { useMemo } from 'react';
import { type Route, routeOf } from './route.js';

/** The page that the address names. */
export function useRoute(): Route {
  const hash = useHash();
  return useMemo(() => routeOf(hash), [hash]);
}
