import { verdictSchema } from '@eslabon/client/contract';
import type { AgentParts } from '../agent-parts.js';
import type { Handlers } from '../platform/http/handler.js';
import { verifyPresented } from './verify-presented.js';

export function verificationRoutes(parts: AgentParts) {
  return {
    verifyCredential: async ({ body }) => {
      const at = body.at === undefined ? undefined : new Date(body.at);
      return verdictSchema.parse(await verifyPresented(parts, body.presented, at));
    },
  } satisfies Partial<Handlers>;
}
