import { TroubleError } from '../trouble/trouble-error.js';
import {
  type Change,
  type Profile,
  type Rows,
  type Store,
  type Stored,
  type Table,
  type Tables,
  tables,
} from './stored.js';

export const emptyRows: Rows = {
  certificates: [],
  pending: [],
  given: [],
  held: [],
  lists: [],
  history: [],
  notices: [],
};

const { history: _, ...emptyContents } = emptyRows;

/** What is stored, in memory too: a change is stored first and there then. */
export class Vault {
  #contents: Stored = emptyContents;

  constructor(
    readonly store: Store,
    private readonly onChange: () => void,
  ) {}

  /** Reads all of it again: another window may have written. */
  async load(): Promise<void> {
    this.#contents = await this.store.read();
  }

  get contents(): Stored {
    return this.#contents;
  }

  /** @throws TroubleError WALLET_NEW where there is no wallet yet */
  get profile(): Profile {
    const { profile } = this.#contents;
    if (profile === undefined) throw new TroubleError('WALLET_NEW', 'There is no wallet on this device yet.');
    return profile;
  }

  /** @throws TroubleError NOT_HELD */
  row<T extends Exclude<Table, 'history'>>(table: T, id: string): Tables[T] {
    const rows = this.#contents[table] as readonly Tables[T][];
    const row = rows.find((candidate) => candidate.id === id);
    if (row === undefined)
      throw new TroubleError('NOT_HELD', `There is no “${id.slice(0, 60)}” in ${table}.`);
    return row;
  }

  async change(change: Change): Promise<void> {
    await this.store.write(change);
    const { profile = this.#contents.profile } = change;
    this.#contents = { ...changedRows(this.#contents, change), profile };
    this.onChange();
  }

  async wipe(): Promise<void> {
    await this.store.wipe();
    this.#contents = emptyContents;
  }
}

/** Rows of the tables that are there, after a change: what is put takes the place of what had its id, or comes last. */
export function changedRows<R extends Partial<Rows>>(before: R, { put = {}, remove = {} }: Change): R {
  const after = tables.flatMap((table) => {
    const rows: readonly { id: string }[] | undefined = before[table];
    if (rows === undefined) return [];
    const added: readonly { id: string }[] = put[table] ?? [];
    const gone = new Set(remove[table]);
    const kept = rows
      .filter(({ id }) => !gone.has(id))
      .map((row) => added.find(({ id }) => id === row.id) ?? row);
    return [[table, [...kept, ...added.filter(({ id }) => !kept.some((row) => row.id === id))]] as const];
  });
  return { ...before, ...Object.fromEntries(after) };
}
