import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { viewStatusChange } from '../certificates/view.js';
import type { Handlers } from '../platform/http/handler.js';
import { decideStatus } from './decide.js';
import { statusChangeTable } from './status-table.js';

export function statusRoutes(parts: AgentParts) {
  return {
    changeStatus: ({ params, body }, caller) => decideStatus(parts, params.id, body, caller),
    getStatusChange: async ({ params }) => {
      const row = await parts.database.read.findOneBy(statusChangeTable, { id: params.id });
      if (row === null)
        throw new EslabonError('NOT_FOUND', `There is no status change with the id ${params.id}.`);
      return viewStatusChange(row);
    },
  } satisfies Partial<Handlers>;
}
