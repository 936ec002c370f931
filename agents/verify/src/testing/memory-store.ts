import type { LoggedDecision } from '../log/logged-decision.js';
import type { Settings, Store, StoredBundle } from '../store/stored.js';

/** A store that lives as long as its test. The browser's own is tried in a browser (test/browser/verify-app.test.ts). */
export class MemoryStore implements Store {
  kept: Settings = {};
  readonly files = new Map<string, StoredBundle>();
  readonly log = new Map<string, LoggedDecision>();

  settings = async () => structuredClone(this.kept);

  saveSettings = async (settings: Settings) => {
    this.kept = structuredClone(settings);
  };

  bundles = async () => [...this.files.values()].sort((a, b) => b.blockNumber - a.blockNumber);

  keepBundle = async (bundle: StoredBundle, settings: Settings) => {
    this.files.set(bundle.digest, structuredClone(bundle));
    await this.saveSettings(settings);
  };

  forgetBundle = async (digest: string, settings: Settings) => {
    this.files.delete(digest);
    await this.saveSettings(settings);
  };

  decisions = async () => [...this.log.values()];

  saveDecisions = async (decisions: readonly LoggedDecision[]) => {
    for (const decision of decisions) this.log.set(decision.id, decision);
  };

  clearDecisions = async (ids: readonly string[]) => {
    for (const id of ids) this.log.delete(id);
  };

  wipe = async () => {
    this.kept = {};
    this.files.clear();
    this.log.clear();
  };
}
