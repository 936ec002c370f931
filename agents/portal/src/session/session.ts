import type { CallerView } from '@eslabon/client/contract';
import type { Trouble } from '@eslabon/ui';
import { TroubleError, troubleOf } from '../data/trouble-of.js';
import type { Access } from './access.js';
import { type Idleness, idlenessAt } from './idleness.js';
import { forgetAccess, keepAccess, keptAccess, type TabStorage } from './kept-access.js';
import type { PortalClient } from './used-operations.js';

/** Why nobody is signed in any more. */
export type SignedOutBecause = 'left' | 'idle' | 'refused';

export interface SignedIn {
  phase: 'signed-in';
  caller: CallerView;
  client: PortalClient;
}

export type SessionState =
  | { phase: 'checking' }
  | { phase: 'signed-out'; because?: SignedOutBecause }
  /** What is kept could not be checked: the agent does not answer. */
  | { phase: 'unreachable'; trouble: Trouble }
  | SignedIn;

export interface SessionPorts {
  storage: TabStorage;
  /** Milliseconds. */
  now(): number;
  connect(access: Access, onRefused: () => void): PortalClient;
}

/** Use is written down this often at the most. */
const noteMs = 5000;

/** Who is signed in, until when. Holds the access; nothing else of the app sees it. */
export class Session {
  #state: SessionState = { phase: 'checking' };
  #access: Access | undefined;
  #usedAt = 0;
  #notedAt = 0;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly ports: SessionPorts) {}

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes on with what the tab has kept; also where the agent did not answer the first time. */
  async start(): Promise<void> {
    const kept = keptAccess(this.ports.storage);
    if (kept === undefined) return this.#end();
    if (idlenessAt(kept.usedAt, this.ports.now()).state === 'over') return this.#end('idle');
    this.#show({ phase: 'checking' });
    try {
      await this.signIn(kept.access);
    } catch (error) {
      const trouble = troubleOf(error);
      if (/^(AUTHENTICATION_|PERMISSION_)/.test(trouble.code)) this.#end('refused');
      else this.#show({ phase: 'unreachable', trouble });
    }
  }

  /** @throws EslabonError as `getCaller`; TroubleError KEY_NOT_FOR_OFFICERS where the key is for something else */
  async signIn(access: Access): Promise<void> {
    const client = this.ports.connect(access, () => {
      const state = this.#state;
      if (state.phase === 'signed-in' && state.client === client) this.#end('refused');
    });
    const caller = await client.getCaller({});
    if (!caller.scopes.includes('certificates:read')) {
      throw new TroubleError('KEY_NOT_FOR_OFFICERS', `The role “${caller.role}” may not read certificates.`);
    }
    this.#access = access;
    this.#note(this.ports.now());
    this.#show({ phase: 'signed-in', caller, client });
  }

  signOut(because: SignedOutBecause = 'left'): void {
    if (this.#state.phase === 'signed-in' || this.#state.phase === 'unreachable') this.#end(because);
  }

  /** Somebody is there: again, where the time was over and nobody has noticed yet, such as in a device that slept. */
  use(): void {
    if (this.idleness().state === 'over') {
      this.signOut('idle');
      return;
    }
    const now = this.ports.now();
    this.#usedAt = now;
    if (now - this.#notedAt >= noteMs) this.#note(now);
  }

  idleness(): Idleness {
    return idlenessAt(this.#usedAt, this.ports.now());
  }

  #note(now: number): void {
    this.#usedAt = now;
    this.#notedAt = now;
    if (this.#access !== undefined) keepAccess(this.ports.storage, { access: this.#access, usedAt: now });
  }

  #end(because?: SignedOutBecause): void {
    this.#access = undefined;
    forgetAccess(this.ports.storage);
    this.#show({ phase: 'signed-out', ...(because !== undefined && { because }) });
  }

  #show(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
