import type { CreatedPresentation, Presentation } from '@eslabon/client/contract';
import type { Trouble, WordedVerdict } from '../../engine/contract.js';

/** Where a request to present is, as the officer sees it. */
export type RequestFlow =
  | { step: 'asking'; trouble?: Trouble | undefined }
  | { step: 'creating' }
  | {
      step: 'waiting';
      created: CreatedPresentation;
      /** When the agent made it, by the clock of this device in milliseconds. */
      since: number;
      /** Absent until the agent has said something. */
      seen?: Presentation | undefined;
      isLineBroken: boolean;
    }
  | { step: 'decided'; seen: Presentation; told: WordedVerdict }
  | { step: 'declined' | 'expired'; seen: Presentation }
  /** The request is at the agent, but nothing more can be learnt of it. */
  | { step: 'lost'; created: CreatedPresentation; trouble: Trouble };

export type RequestEvent =
  | { type: 'create' }
  | { type: 'created'; created: CreatedPresentation; at: number }
  | { type: 'seen'; seen: Presentation }
  | { type: 'decided'; seen: Presentation; told: WordedVerdict }
  | { type: 'line'; isBroken: boolean }
  | { type: 'failed'; trouble: Trouble }
  | { type: 'again' };

export const start: RequestFlow = { step: 'asking' };

/** The next step. What comes too late, as when the officer has begun anew meanwhile, changes nothing. */
export function advance(flow: RequestFlow, event: RequestEvent): RequestFlow {
  switch (event.type) {
    case 'again':
      return start;
    case 'create':
      return { step: 'creating' };
    case 'created':
      return flow.step === 'creating'
        ? { step: 'waiting', created: event.created, since: event.at, isLineBroken: false }
        : flow;
    case 'seen':
      return isAbout(flow, event.seen) ? afterSeen(flow, event.seen) : flow;
    case 'decided':
      return isAbout(flow, event.seen) ? { step: 'decided', seen: event.seen, told: event.told } : flow;
    case 'line':
      return flow.step === 'waiting' ? { ...flow, isLineBroken: event.isBroken } : flow;
    case 'failed':
      return afterFailure(flow, event.trouble);
  }
}

type Waiting = Extract<RequestFlow, { step: 'waiting' }>;

function isAbout(flow: RequestFlow, { id }: Presentation): flow is Waiting {
  return flow.step === 'waiting' && flow.created.id === id;
}

function afterSeen(flow: Waiting, seen: Presentation): RequestFlow {
  return seen.state === 'declined' || seen.state === 'expired'
    ? { step: seen.state, seen }
    : { ...flow, seen };
}

function afterFailure(flow: RequestFlow, trouble: Trouble): RequestFlow {
  if (flow.step === 'creating') return { step: 'asking', trouble };
  return flow.step === 'waiting' ? { step: 'lost', created: flow.created, trouble } : flow;
}
