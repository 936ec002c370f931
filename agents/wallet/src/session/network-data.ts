import type { LoadedBundle } from '@eslabon/bundle';
import { type FetchedData, fetchData } from '../data/fetch-data.js';
import { openData } from '../data/open-data.js';
import type { Store } from '../store/stored.js';
import { TroubleError } from '../trouble/trouble-error.js';
import type { Trouble } from './contract.js';
import type { Desk } from './desk.js';

/** The network's data as they were proven last, and what went wrong with newer ones. */
export class NetworkData {
  #data: FetchedData | undefined;
  #trouble: Trouble | undefined;

  get bundle(): LoadedBundle | undefined {
    return this.#data?.bundle;
  }

  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** Proves what is stored once more. What cannot be read any more is as good as none, and says why. */
  async open(store: Store): Promise<void> {
    const stored = await store.readData();
    if (stored === undefined) return;
    try {
      this.#data = { stored, bundle: openData(stored) };
    } catch (error) {
      this.#trouble = TroubleError.dataOf(error);
    }
  }

  /** Fetches what is newer, and stores it. @throws TroubleError as {@link fetchData} */
  async refresh(desk: Desk): Promise<void> {
    try {
      const fetched = await fetchData(desk, this.#data);
      if (fetched !== undefined) {
        await desk.vault.store.writeData(fetched.stored);
        this.#data = fetched;
      }
      this.#trouble = undefined;
    } catch (error) {
      this.#trouble = TroubleError.dataOf(error);
      throw error;
    }
  }

  forget(): void {
    this.#data = undefined;
    this.#trouble = undefined;
  }
}
