import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session, SessionState, SignedIn } from '../session/session.js';

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('outside of a session');
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

const SignedInContext = createContext<SignedIn | undefined>(undefined);

/** What is around everything that only somebody who signed in sees. */
export const SignedInProvider = SignedInContext;

/** Who is signed in, and the agent as they may use it. Only for what is shown within the shell. */
export function useSignedIn(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (signedIn === undefined) throw new Error('shown to nobody who signed in');
  return signedIn;
}
