import type { LoggedDecision } from './logged-decision.js';

/** Entries that may be cleared: those that were exported or uploaded, and so are somewhere else too. */
export function clearable(entries: readonly LoggedDecision[]): LoggedDecision[] {
  return entries.filter(({ exportedAt, uploadedAt }) => exportedAt !== undefined || uploadedAt !== undefined);
}
