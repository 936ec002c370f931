import type { RegisterEntry } from '../format/bundle-content.js';
import type { LoadedBundle } from './loaded-bundle.js';

/** Finds the credentials of a company in the partner register. */
export function registerReader(register: readonly RegisterEntry[] | undefined): LoadedBundle['find'] {
  const byNumber = new Map<string, string[]>();
  for (const { country, tin, credential } of register ?? []) {
    const name = `${country}/${tin}`;
    const known = byNumber.get(name);
    if (known === undefined) byNumber.set(name, [credential]);
    else known.push(credential);
  }
  return (country, tin) => byNumber.get(`${country}/${tin}`) ?? [];
}
