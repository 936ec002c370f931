import type { AgentParts } from '../agent-parts.js';
import type { Handlers } from '../platform/http/handler.js';
import { printCertificate } from './print-certificate.js';

export function paperRoutes(parts: AgentParts) {
  return {
    getPaper: ({ params, query }, caller) => printCertificate(parts, params.id, query.language, caller),
  } satisfies Partial<Handlers>;
}
