import type { VerdictCode } from '@eslabon/core';
import type { Action } from './logged-decision.js';

/** A decision that the verdict does not advise, or that is neither, is one that somebody will ask about. */
export function needsNote(action: Action, verdict: VerdictCode): boolean {
  if (action === 'other') return true;
  return (action === 'granted') !== (verdict === 'RECOGNISED');
}
