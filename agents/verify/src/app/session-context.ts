import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from './session.js';
import type { AppState, ReadyState } from './state.js';

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('outside of a session');
  return session;
}

export function useAppState(): AppState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** The state of a session that has started. Only for what is shown when it has. */
export function useReady(): ReadyState {
  const state = useAppState();
  if (state.phase !== 'ready') throw new Error('shown before the session was ready');
  return state;
}
