import { verdictSchema } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import type { Handlers } from '../platform/http/handler.js';
import { verifyPresented } from './verify-presented.js';

export function verificationRoutes(parts: AgentParts) {
  return {
    verifyCredential: async ({ body }) => {
      const at = body.at === undefined ? undefined : parseInstant(body.at);
      const { purpose } = body;
      const options = purpose === undefined ? {} : { policy: { purpose } };
      return verdictSchema.parse(await verifyPresented(parts, body.presented, at, options));
    },
  } satisfies Partial<Handlers>;
}

/** An offset can move an instant out of the years 0 to 9999, which are all that RFC 3339 can write. */
function parseInstant(text: string): Date {
  const instant = new Date(text);
  if (/^\d{4}-/.test(instant.toISOString())) return instant;
  throw new EslabonError('INPUT_INVALID', `${text} is not between the years 0 and 9999 in UTC.`, {
    details: { issues: [{ path: 'body.at', message: 'must be between the years 0 and 9999 in UTC' }] },
  });
}
