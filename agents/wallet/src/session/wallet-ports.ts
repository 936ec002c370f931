import type { Passkeys } from '../keys/passkey.js';
import type { Fetch } from '../net/bounded-fetch.js';
import type { Store } from '../store/stored.js';

/** What the wallet needs of where it runs. */
export interface WalletPorts {
  /** @param onLost is called when the storage is gone for this window */
  openStore(onLost: () => void): Promise<Store>;
  passkeys: Passkeys;
  fetch: Fetch;
  now(): Date;
  /** Origin of the agent that the app came from, which has the network's data. */
  origin: string;
  /** Calls once, later. @returns what calls it off */
  later(run: () => void, milliseconds: number): () => void;
  /** One after the other, among all windows of the wallet. */
  inTurn<T>(run: () => Promise<T>): Promise<T>;
}
