import type { AgentParts } from '../agent-parts.js';
import { findCertificate } from '../certificates/find-certificate.js';
import type { Handlers } from '../platform/http/handler.js';
import { issueRenewal } from './issue-renewal.js';
import { listWaitingRenewals } from './list-waiting-renewals.js';
import { proposeRenewal } from './propose-renewal.js';
import { rejectRenewal } from './reject-renewal.js';
import { renewalTable } from './renewal-table.js';
import { viewRenewal } from './view-renewal.js';

export function renewalRoutes(parts: AgentParts) {
  const { read } = parts.database;
  return {
    proposeRenewal: ({ params, body }, caller) => proposeRenewal(parts, params.id, body, caller),
    listRenewals: async ({ params }) => {
      const { id: certificateId } = await findCertificate(read, params.id);
      const rows = await read.find(renewalTable, { where: { certificateId }, order: { sequence: 'ASC' } });
      return { items: rows.map(viewRenewal) };
    },
    listWaitingRenewals: ({ query }) => listWaitingRenewals(read, query),
    issueRenewal: ({ params }, caller) => issueRenewal(parts, params, caller),
    rejectRenewal: ({ params, body }, caller) => rejectRenewal(parts, params, body.note, caller),
  } satisfies Partial<Handlers>;
}
