import type { Change, Rows, Store, Stored, StoredData } from '../store/stored.js';
import { changedRows, emptyRows } from '../store/vault.js';

/** A store that lives as long as its test. The browser's own is tried in a browser. */
export class MemoryStore implements Store {
  kept: Stored & Rows = emptyRows;
  data: StoredData | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** As the windows of one browser do. */
  inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = this.#turn.then(run, run);
    this.#turn = mine.catch(() => undefined);
    return mine;
  };

  read = async () => {
    const { history: _, ...contents } = this.kept;
    return structuredClone(contents);
  };

  readHistory = async (most?: number) => {
    const { history } = this.kept;
    const placeOf = ({ at, id }: (typeof history)[number]) => `${at} ${id}`;
    const newest = [...history].sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1)).slice(0, most);
    return structuredClone({ entries: newest, total: history.length });
  };

  hasHistory = async (from: string, to: string) => this.kept.history.some(({ at }) => at >= from && at <= to);

  write = async (change: Change) => {
    const copy = structuredClone(change);
    this.kept = { ...changedRows(this.kept, copy), profile: copy.profile ?? this.kept.profile };
  };

  readData = async () => structuredClone(this.data);

  writeData = async (data: StoredData) => {
    this.data = structuredClone(data);
  };

  wipe = async () => {
    this.kept = emptyRows;
    this.data = undefined;
  };
}
