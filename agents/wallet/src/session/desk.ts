import type { LoadedBundle } from '@eslabon/bundle';
import type { KeyRing } from '../keys/key-ring.js';
import type { Fetch } from '../net/bounded-fetch.js';
import type { Vault } from '../store/vault.js';

/** What everything that an unlocked wallet does works with. */
export interface Desk {
  vault: Vault;
  keys: KeyRing;
  /** The network's data, where they were ever had. */
  bundle: LoadedBundle | undefined;
  /** Without bounds: whoever uses it says which ones hold. */
  fetch: Fetch;
  now: () => Date;
  /** Origin of the agent that the app came from. */
  origin: string;
}
