import { useEffect, useRef } from 'react';
import { claimLink, useTakenLink } from './taken-link.js';
import type { LinkKind } from './wallet-link.js';

/**
 * Follows links of a kind while a page is shown: the one that led to it, and those that are opened later. One that comes
 * while the page is busy waits until it is not.
 */
export function useLink(kind: LinkKind, isBusy: boolean, follow: (text: string) => void): void {
  const latest = useRef(follow);
  latest.current = follow;
  const number = useTakenLink()?.number;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number is a new link
  useEffect(() => {
    const text = isBusy ? undefined : claimLink(kind);
    if (text !== undefined) latest.current(text);
  }, [kind, isBusy, number]);
}
