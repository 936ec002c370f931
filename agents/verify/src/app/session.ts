import type { Engine } from '../engine/start-engine.js';
import { TroubleError } from '../engine/trouble-error.js';
import type { LoggedDecision } from '../log/logged-decision.js';
import type { Post, Settings, Store, StoredBundle } from '../store/stored.js';
import type { AppState, CurrentBundle, ReadyState } from './state.js';

/**
 * What the app knows, kept in step with what is stored: a change is stored first and shown then, so that what is on
 * the screen survives a power cut.
 */
export class Session {
  #state: AppState = { phase: 'starting' };
  #store: Store | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly engine: Engine,
    private readonly openStore: () => Promise<Store>,
  ) {}

  readonly state = (): AppState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads what is stored and opens the bundle in use. */
  async start(): Promise<void> {
    try {
      const store = await this.openStore();
      this.#store = store;
      const [settings, stored, decisions] = await Promise.all([
        store.settings(),
        store.bundles(),
        store.decisions(),
      ]);
      const bundle = await this.#reopenCurrent(settings, stored);
      const terms = await this.engine('nameTerms', {});
      this.#show({ phase: 'ready', terms, settings, stored, decisions, bundle });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Shows that nothing works any more, and why. */
  fail(error: unknown): void {
    this.#show({ phase: 'failed', trouble: TroubleError.dataOf(error) });
  }

  ready(): ReadyState {
    if (this.#state.phase !== 'ready') throw new TroubleError({ code: 'INTERNAL', message: 'not ready' });
    return this.#state;
  }

  async changeSettings(change: Partial<Settings>): Promise<void> {
    const settings = { ...this.ready().settings, ...change };
    await this.#stored().saveSettings(settings);
    this.#show({ ...this.ready(), settings });
  }

  /** Puts a proven bundle to use, or by for questions about the past. */
  async keepBundle(stored: StoredBundle, change: Partial<Settings>, bundle: CurrentBundle): Promise<void> {
    const settings = { ...this.ready().settings, ...change };
    await this.#stored().keepBundle(stored, settings);
    this.#show({ ...this.ready(), settings, bundle, stored: await this.#stored().bundles() });
  }

  async forgetCurrent(): Promise<void> {
    const { bundle, settings } = this.ready();
    if (bundle.state === 'none') return;
    const changed = { ...settings, current: undefined };
    await this.#stored().forgetBundle(bundle.stored.digest, changed);
    const stored = await this.#stored().bundles();
    this.#show({ ...this.ready(), settings: changed, stored, bundle: { state: 'none' } });
  }

  /** The own country's arrangements and attestors count: with another country the data must be proven anew. */
  async changePost(post: Post): Promise<void> {
    if (post.country === this.ready().settings.post?.country) {
      await this.changeSettings({ post });
      return;
    }
    await this.#forgetBundles({ ...this.ready().settings, post, current: undefined });
  }

  /** Back to the question whom to trust. What was proven from the old anchor goes with it; the log stays. */
  async resetTrust(): Promise<void> {
    const { settings } = this.ready();
    await this.#forgetBundles({
      ...settings,
      anchor: undefined,
      checkpoint: undefined,
      current: undefined,
      latestSeen: undefined,
    });
  }

  async #forgetBundles(settings: Settings): Promise<void> {
    const { stored } = this.ready();
    await this.#stored().saveSettings(settings);
    for (const { digest } of stored) await this.#stored().forgetBundle(digest, settings);
    this.#show({ ...this.ready(), settings, stored: [], bundle: { state: 'none' } });
  }

  async saveDecisions(entries: readonly LoggedDecision[]): Promise<void> {
    await this.#stored().saveDecisions(entries);
    this.#show({ ...this.ready(), decisions: await this.#stored().decisions() });
  }

  async clearDecisions(ids: readonly string[]): Promise<void> {
    await this.#stored().clearDecisions(ids);
    this.#show({ ...this.ready(), decisions: await this.#stored().decisions() });
  }

  async wipe(): Promise<void> {
    await this.#stored().wipe();
    this.#show({ phase: 'wiped' });
  }

  /** Opens a stored bundle as it was opened when it came: it was proven in time then, whatever the clock says now. */
  async reopen({ file, openedAt, openedFrom }: StoredBundle, { anchor, post }: Settings) {
    if (anchor === undefined || post === undefined) {
      throw new TroubleError({ code: 'INTERNAL', message: 'a bundle without an anchor' });
    }
    return this.engine('openBundle', {
      file,
      anchor: anchor.anchor,
      country: post.country,
      now: openedAt,
      checkpoint: openedFrom,
    });
  }

  async #reopenCurrent(settings: Settings, all: readonly StoredBundle[]): Promise<CurrentBundle> {
    const stored = all.find(({ digest }) => digest === settings.current);
    if (stored === undefined) return { state: 'none' };
    try {
      return { state: 'open', stored, summary: await this.reopen(stored, settings) };
    } catch (error) {
      return { state: 'unreadable', stored, trouble: TroubleError.dataOf(error) };
    }
  }

  #stored(): Store {
    if (this.#store === undefined) throw new TroubleError({ code: 'INTERNAL', message: 'no store' });
    return this.#store;
  }

  #show(state: AppState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
