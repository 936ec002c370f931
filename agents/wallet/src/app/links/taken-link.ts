import { useSyncExternalStore } from 'react';
import { addressOf, type Route } from '../route.js';
import { linkOf } from './link-of.js';
import type { LinkKind, WalletLink } from './wallet-link.js';

/** A link that came with the address and that no page has taken up yet. */
interface TakenLink extends WalletLink {
  /** Grows with every link, so that the same one opened twice is two. */
  number: number;
}

const pageOf: Record<LinkKind, Route> = {
  offer: { page: 'receive' },
  request: { page: 'present' },
  delegation: { page: 'delegations' },
  delegate: { page: 'give' },
};

let taken: TakenLink | undefined;
/** The page that has something open, of which no link takes the place unasked. */
let held: Route | undefined;
let count = 0;
const listeners = new Set<() => void>();

/**
 * Takes what the address asks for out of it, and leaves the address of the page that will answer, or of the one that has
 * something open: an offer is a secret, and must stand neither in the address bar nor in the history. To be called when the app starts and, before anything
 * else that listens, when the part after `#` changes.
 */
export function takeLink(): void {
  const link = linkOf(location.href);
  if (link === undefined) return;
  history.replaceState(null, '', addressOf(held ?? pageOf[link.kind]));
  putLink(link);
}

/** Hands a link to the page that it is for, as when one was scanned that belongs to another page. */
export function passLink(link: WalletLink): void {
  putLink(link);
  location.hash = addressOf(pageOf[link.kind]);
}

/** The text of a link of this kind, which is then gone: a link is followed once. */
export function claimLink(kind: LinkKind): string | undefined {
  if (taken?.kind !== kind) return undefined;
  const { text } = taken;
  taken = undefined;
  for (const listener of listeners) listener();
  return text;
}

/** Keeps a page where it is when links come. @returns what lets them through again */
export function holdLinks(route: Route): () => void {
  held = route;
  return () => {
    held = undefined;
  };
}

/** Goes to the page that the link that waits is for. */
export function followLink(): void {
  if (taken !== undefined) location.hash = addressOf(pageOf[taken.kind]);
}

/** Forgets the link that waits. */
export function dropLink(): void {
  if (taken !== undefined) claimLink(taken.kind);
}

/** The link that waits, for who shows that one does. */
export function useTakenLink(): Readonly<TakenLink> | undefined {
  return useSyncExternalStore(subscribe, () => taken);
}

function putLink(link: WalletLink): void {
  count += 1;
  taken = { ...link, number: count };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
