import type { AgentParts } from '../agent-parts.js';
import type { Handlers } from '../platform/http/handler.js';
import { listDecisions } from './list-decisions.js';
import { receiveDecisions } from './receive-decisions.js';

export function decisionRoutes(parts: AgentParts) {
  return {
    uploadDecisions: ({ body }, caller) => receiveDecisions(parts, body.decisions, caller),
    listDecisions: ({ query }) => listDecisions(parts.database.read, query),
  } satisfies Partial<Handlers>;
}
