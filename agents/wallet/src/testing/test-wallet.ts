import type { Bytes } from '../keys/bytes.js';
import type { Passkeys } from '../keys/passkey.js';
import type { Fetch } from '../net/bounded-fetch.js';
import type { ReadyState, Settings, WalletSession } from '../session/contract.js';
import { createSession } from '../session/create-session.js';
import type { WalletPorts } from '../session/wallet-ports.js';
import { MemoryStore } from './memory-store.js';

/** A wallet whose parts a test can look at and change. */
export interface TestWallet {
  session: WalletSession;
  store: MemoryStore;
  /** Every address that was asked, with its method. */
  asked: string[];
  recoveryCode: string;
  ready(): ReadyState;
  /** The same device, started again. */
  restart(): Promise<TestWallet>;
}

export interface TestWalletOptions {
  origin?: string;
  fetch?: Fetch;
  now?: () => Date;
  passkeys?: Passkeys;
  store?: MemoryStore;
}

export async function startWallet(
  options: TestWalletOptions = {},
): Promise<Omit<TestWallet, 'recoveryCode'>> {
  const { store = new MemoryStore(), fetch: send = fetch } = options;
  const asked: string[] = [];
  const ports: WalletPorts = {
    openStore: async () => store,
    passkeys: options.passkeys ?? fakePasskeys(),
    fetch: (input, init) => {
      asked.push(`${init?.method ?? 'GET'} ${String(input)}`);
      return send(input, init);
    },
    now: options.now ?? (() => new Date()),
    origin: options.origin ?? 'https://agent.example',
    later(run, milliseconds) {
      const timer = setTimeout(run, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
    inTurn: store.inTurn,
  };
  const session = createSession(ports);
  await session.start();
  return {
    ...{ session, store, asked },
    ready() {
      const state = session.state();
      if (state.phase !== 'ready') throw new Error(`The wallet is ${JSON.stringify(state)}.`);
      return state;
    },
    restart: async () => ({ ...(await startWallet({ ...options, store })), recoveryCode: '' }),
  };
}

/** A wallet that was set up. */
export async function setUpWallet(
  options: TestWalletOptions = {},
  settings: Partial<Settings> = {},
): Promise<TestWallet> {
  const wallet = await startWallet(options);
  const { recoveryCode, keep } = await wallet.session.setUp({
    deviceName: 'Test',
    passkey: false,
    ...settings,
  });
  await keep();
  return { ...wallet, recoveryCode };
}

/** Passkeys as a browser has them, with the PRF extension or without. */
export function fakePasskeys({ hasPrf = true } = {}): Passkeys & { refuse: boolean; count: number } {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const output = async (salt: Bytes) => {
    if (!hasPrf) return undefined;
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    return new Uint8Array(await crypto.subtle.sign('HMAC', key, salt));
  };
  const passkeys = {
    refuse: false,
    count: 0,
    async create(_name: string, salt: Bytes) {
      passkeys.count += 1;
      return { id: new Uint8Array([1]), output: await output(salt) };
    },
    async ask({ salt }: { salt: Bytes }) {
      passkeys.count += 1;
      return { output: passkeys.refuse ? undefined : await output(salt) };
    },
  };
  return passkeys;
}
