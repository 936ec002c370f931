import type { Change, Store, Stored, StoredData } from '../store/stored.js';
import { changedRows, emptyRows } from '../store/vault.js';

/** A store that lives as long as its test. The browser's own is tried in a browser. */
export class MemoryStore implements Store {
  kept: Stored = emptyRows;
  data: StoredData | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** As the windows of one browser do. */
  inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = this.#turn.then(run, run);
    this.#turn = mine.catch(() => undefined);
    return mine;
  };

  read = async () => structuredClone(this.kept);

  write = async (change: Change) => {
    const copy = structuredClone(change);
    this.kept = { profile: copy.profile ?? this.kept.profile, ...changedRows(this.kept, copy) };
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
