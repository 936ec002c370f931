import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { ReadyState, WalletSession, WalletState } from '../session/contract.js';

export const SessionContext = createContext<WalletSession | undefined>(undefined);

export function useSession(): WalletSession {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('outside of a session');
  return session;
}

export function useWalletState(): WalletState {
  const session = useSession();
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(subscribe, () => session.state());
}

/** The state of a wallet that is set up and unlocked. Only for what is shown when it is. */
export function useReady(): ReadyState {
  const state = useWalletState();
  if (state.phase !== 'ready') throw new Error('shown before the wallet was ready');
  return state;
}
