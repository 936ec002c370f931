import type { BundleSummary, Terms, Trouble } from '../engine/contract.js';
import type { LoggedDecision } from '../log/logged-decision.js';
import type { Settings, StoredBundle } from '../store/stored.js';

/** The bundle in use. */
export type CurrentBundle =
  | { state: 'none' }
  | { state: 'open'; summary: BundleSummary; stored: StoredBundle }
  /** What is stored cannot be read any more. */
  | { state: 'unreadable'; trouble: Trouble; stored: StoredBundle };

export interface ReadyState {
  phase: 'ready';
  terms: Terms;
  settings: Settings;
  bundle: CurrentBundle;
  /** All that are stored, the one in use among them. */
  stored: readonly StoredBundle[];
  decisions: readonly LoggedDecision[];
}

export type AppState =
  | { phase: 'starting' }
  | { phase: 'failed'; trouble: Trouble }
  | { phase: 'wiped' }
  | ReadyState;
