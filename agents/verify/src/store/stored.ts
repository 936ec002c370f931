import type { Checkpoint, TrustAnchor } from '@eslabon/bundle';
import type { Language } from '@eslabon/core';
import type { BundleDigest } from '../engine/contract.js';
import type { LoggedDecision } from '../log/logged-decision.js';

/** A trust anchor as an officer confirmed it. */
export interface StoredAnchor {
  anchor: TrustAnchor;
  fingerprint: string;
  countries: string[];
  /** ISO 8601. */
  confirmedAt: string;
}

/** The post, as it calls itself. */
export interface Post {
  country: string;
  name: string;
  /** Name or number of the officer, where the administration logs it. */
  officer?: string | undefined;
}

export interface Settings {
  language?: Language | undefined;
  anchor?: StoredAnchor | undefined;
  post?: Post | undefined;
  /** The latest block whose validators were followed; never goes back. */
  checkpoint?: Checkpoint | undefined;
  current?: BundleDigest | undefined;
  /** Time of the latest block ever proven here, in Unix seconds: the clock cannot be before it. */
  latestSeen?: number | undefined;
  /** Key for the agent, where the officer wanted it remembered. */
  apiKey?: string | undefined;
}

/** How a bundle came. */
export type BundleOrigin = 'file' | 'delta' | 'agent';

export interface StoredBundle {
  digest: BundleDigest;
  file: Uint8Array;
  blockNumber: number;
  /** Unix seconds. */
  blockTime: number;
  origin: BundleOrigin;
  /** When it was proven first, in Unix seconds. What it stands on was within its trusting period then. */
  openedAt: number;
  /** The checkpoint that it was proven from, where it was a later one than the anchor's. */
  openedFrom?: Checkpoint | undefined;
}

/** Everything that the app keeps, and nothing else. Every method rejects with a TroubleError of code STORAGE_…. */
export interface Store {
  settings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
  /** By block, the latest first. */
  bundles(): Promise<StoredBundle[]>;
  /** Keeps a bundle and the settings that go with it, both or neither; the oldest beyond the limit go. */
  keepBundle(bundle: StoredBundle, settings: Settings): Promise<void>;
  forgetBundle(digest: BundleDigest, settings: Settings): Promise<void>;
  /** The latest first. */
  decisions(): Promise<LoggedDecision[]>;
  saveDecisions(decisions: readonly LoggedDecision[]): Promise<void>;
  clearDecisions(ids: readonly string[]): Promise<void>;
  /** Deletes everything. */
  wipe(): Promise<void>;
}
