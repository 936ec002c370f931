/** Whoever leaves a desk may forget to sign out: after this time without use the portal does it. */
export const idleMs = 15 * 60_000;

/** How long before that it asks. */
export const warningMs = 60_000;

export type Idleness = { state: 'in-use' } | { state: 'warning'; seconds: number } | { state: 'over' };

/** What the time since the last use means. @param usedAt milliseconds, as `now` */
export function idlenessAt(usedAt: number, now: number): Idleness {
  const left = usedAt + idleMs - now;
  // A clock that was set back would keep a session for as long again; one that was put right by seconds ends none.
  if (left <= 0 || left > idleMs + warningMs) return { state: 'over' };
  if (left > warningMs) return { state: 'in-use' };
  return { state: 'warning', seconds: Math.ceil(left / 1000) };
}
